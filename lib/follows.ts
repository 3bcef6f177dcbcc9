import type { Values } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import { followsWords } from "#lib/messages/follows";
import type { EventWords } from "#lib/messages/machine";
import { machineWords } from "#lib/messages/machines";
import type { Way } from "#lib/way";

/** What follows from an event, said before it is asked for or approved; `follows` is what it puts in. */
export function followsSentence(
  { entity, event, follows }: { entity: Entity; event: string; follows: Values },
  { language, t }: Pick<Way, "language" | "t">,
): string | undefined {
  const name = `${entity}_${event}`;
  const words: Readonly<Record<string, EventWords>> = machineWords[language][entity].events;
  const effects = Object.hasOwn(followsWords.en, name) ? t(`follows.${name}` as never, follows as never) : words[event]?.effects;
  return effects && t("move.effects", { effects });
}
