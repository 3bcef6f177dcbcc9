import type { DeedAction } from "#lib/messages/deed";
import { notesOf, type TimelineEntry, type TimelineLine, whoOf } from "#lib/timeline";
import type { Way } from "#lib/way";

/** When a record was made, and the ID of the one by whose confirmation, where the history knows of that. */
export type Making = { at: string; from: string | null; confirmed: TimelineEntry | undefined };

/** What makes a record and stands in its own history. */
const makings: readonly DeedAction[] = [
  "pre_loan.request",
  "pre_payment.announce",
  "promise.record",
  "accounts.opened",
  "cards.issued",
  "cards.replaced",
  "product.added",
  "offer.added",
];

/** Whether an entry says that a record was made. */
export const isMaking = ({ action, record }: Pick<TimelineEntry, "action" | "record">, code: string): boolean =>
  record === code && (makings as readonly string[]).includes(action);

/** Says that a record was made, which no entry of its own says. */
export function wordMaking({ at, from, confirmed }: Making, way: Way): TimelineLine {
  const { t } = way;
  return {
    ...{ id: "made", at: new Date(at), record: undefined, deed: t("timeline.made"), detail: "" },
    who: confirmed === undefined ? "" : whoOf(confirmed, way),
    notes: [
      ...(from === null ? [] : [t("timeline.made_from", { record: from })]),
      ...(confirmed === undefined ? [] : notesOf(confirmed, way)),
    ],
    ...{ changes: [], comment: undefined },
  };
}
