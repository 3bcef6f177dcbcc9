import type { allocations, paymentParts, payments } from "#db/schema/payment";
import { day, hour, instant } from "#db/seed/instant";
import type { Loan } from "#db/seed/loan";
import type { Random } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";
import { type Day, daysBetween } from "#lib/domain/day";

/** In the order of the copied columns. */
export const paymentFields = [
  "id",
  "customerId",
  "creditId",
  "amount",
  "type",
  "paidOn",
  "createdAt",
  "statusChangedAt",
] as const satisfies (keyof typeof payments.$inferSelect)[];
export const partFields = ["paymentId", "creditId", "amount"] as const satisfies (keyof typeof paymentParts.$inferSelect)[];
export const allocationFields = [
  "paymentId",
  "creditId",
  "instalment",
  "penalty",
  "fee",
  "interest",
  "principal",
  "at",
] as const satisfies (keyof typeof allocations.$inferSelect)[];

type Payment = Pick<typeof payments.$inferSelect, (typeof paymentFields)[number]>;
type Part = Pick<typeof paymentParts.$inferSelect, (typeof partFields)[number]>;
type Allocation = Pick<typeof allocations.$inferSelect, (typeof allocationFields)[number]>;

/** What was paid of a credit. */
export type Paid = { payments: Payment[]; parts: Part[]; allocations: Allocation[] };

type Whose = { id: string; customerId: string; ordinal: number };

/** The payments of a loan as somebody made them, whole parts of their credit. */
export function paymentsOf(
  random: Random,
  { id: creditId, customerId, ordinal }: Whose,
  loan: Loan,
  { today, until }: { today: Day; until: number },
): Paid {
  const made: Paid = { payments: [], parts: [], allocations: [] };
  for (const { on, amount, isLate, covered } of loan.payments) {
    const at = instant(until - daysBetween(on, today) * day + 9 * hour + random.below(12 * hour));
    const id = uuidFrom(random, ordinal);
    const type = isLate ? "voluntary" : "automatic";
    made.payments.push({ id, customerId, creditId, amount, type, paidOn: on, createdAt: at, statusChangedAt: at });
    made.parts.push({ paymentId: id, creditId, amount });
    for (const { instalment, penalty, fee, interest, principal } of covered)
      made.allocations.push({ paymentId: id, creditId, instalment, penalty, fee, interest, principal, at });
  }
  return made;
}
