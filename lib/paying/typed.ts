import { typedAmount } from "#lib/amount/typed";
import { type Day, parseDay } from "#lib/domain/day";
import type { Refusal } from "#lib/domain/machine";
import type { Announcement, TypedAnnouncement } from "#lib/paying";

/** A payment as it was typed, to what has amounts of so many decimals; or all that is unreadable of it. */
export function readAnnouncement(
  { amount, day, ...same }: TypedAnnouncement,
  decimals: number,
): { ok: true; said: Announcement } | { ok: false; refusals: [Refusal, ...Refusal[]] } {
  const [amountMinor, datedOn] = [readAmount(amount, decimals), readDay(day)];
  if (isRefusal(amountMinor)) return { ok: false, refusals: [amountMinor, ...(isRefusal(datedOn) ? [datedOn] : [])] };
  return isRefusal(datedOn) ? { ok: false, refusals: [datedOn] } : { ok: true, said: { ...same, amountMinor, datedOn } };
}

/** The amount that was typed, in minor units, or why it is none. */
export function readAmount(text: string, decimals: number): bigint | Refusal {
  if (text.trim() === "") return { rule: "amount_missing" };
  const amount = typedAmount(text, decimals);
  if (typeof amount === "string") return { rule: amount, values: { decimals } };
  return amount === 0n ? { rule: "amount_zero" } : amount;
}

/** The day that was typed, or why it is none. */
export function readDay(text: string): Day | Refusal {
  if (text.trim() === "") return { rule: "day_missing" };
  return parseDay(text.trim()) ?? { rule: "day_wrong" };
}

export const isRefusal = (read: unknown): read is Refusal => typeof read === "object" && read !== null && "rule" in read;
