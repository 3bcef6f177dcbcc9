import { actionLabel } from "#lib/list/labels";
import type { Way } from "#lib/way";

/** What a close counts besides moves. */
const steps = ["replayed", "aged", "statements"] as const;

/** What a close of day changed, in words: the steps first, then the moves that rules made. */
export function countsIn(counts: Readonly<Record<string, number>>, { language, t }: Pick<Way, "language" | "t">): string[] {
  const counted = steps.flatMap((step) => (counts[step] === undefined ? [] : [t(`close_day.${step}`, { count: counts[step] })]));
  const moves = Object.keys(counts).filter((name) => !steps.some((step) => step === name));
  const moved = moves.toSorted().map((name) => {
    const what = actionLabel(name, language, t);
    return t("close_day.moved", { what, count: counts[name] ?? 0 });
  });
  return [...counted, ...moved];
}
