import type { Entity } from "#lib/domain/machines";
import { type Language, statusWords } from "#lib/messages/catalogue";

/** The status of a record by its name, with its colour and sign. */
export function Status({ entity, status, language }: { entity: Entity; status: string; language: Language }) {
  const words: Readonly<Record<string, { label: string }>> = statusWords[language][entity];
  return <span data-status={status}>{words[status]?.label ?? status}</span>;
}
