import type { Language } from "#lib/messages/catalogue";
import { machineWords } from "#lib/messages/machines";

/** What a token is for, as the buttons of a card say it; a scope that is none any more is shown as its name. */
export function scopeLabel(scope: string, language: Language): string {
  const words: Readonly<Record<string, { label: string }>> = machineWords[language].card.events;
  return words[scope.replace(/^card\./, "")]?.label ?? scope;
}
