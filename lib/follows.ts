import type { Values } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import { followsWords } from "#lib/messages/follows";
import type { Way } from "#lib/way";

/** What follows from an event, said before it is asked for or approved; `follows` is what it puts in. Of the system's own, nothing. */
export function followsSentence(
  { entity, event, follows }: { entity: Entity; event: string; follows: Values },
  { t }: Pick<Way, "t">,
): string | undefined {
  const name = `${entity}_${event}`;
  if (!Object.hasOwn(followsWords.en, name)) return undefined;
  return t("move.effects", { effects: t(`follows.${name}` as never, follows as never) });
}
