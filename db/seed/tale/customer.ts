import type { promises } from "#db/schema/promise";
import { recordOf, type Tale } from "#db/seed/tale";
import { operator, violationFrom } from "#db/seed/violation";

type Promised = { status: (typeof promises.$inferSelect)["status"]; madeDaysAgo: number; changedDaysAgo?: number; dueOn: string };

export function promise(
  tale: Tale,
  target: { creditId: string } | { accountId: string },
  amount: bigint,
  promised: Promised,
): void {
  const { madeDaysAgo, changedDaysAgo, ...more } = promised;
  tale.promises.push({
    ...recordOf(tale, madeDaysAgo, changedDaysAgo),
    customerId: tale.customer.id,
    ...target,
    amount,
    ...more,
  });
}

/** A violation that set the customer's status on that day; resolved, it gave back the one they had. */
export function violate(tale: Tale, isFraud: boolean, daysAgo: number, words: string, resolvedDaysAgo?: number): void {
  const { random, customer, instantOf } = tale;
  const violation = violationFrom(random, customer.id, isFraud, instantOf(daysAgo));
  const resolvedAt = resolvedDaysAgo === undefined ? null : instantOf(resolvedDaysAgo);
  tale.violations.push({ ...violation, resolvedAt, resolvedEmail: resolvedAt && operator });
  tale.comments.push({ violationId: violation.id, words });
  customer.statusChangedAt = resolvedAt ?? violation.recordedAt;
}

/** An operator disabled the customer, which no rule takes back. */
export function hold({ customer, instantOf }: Tale, daysAgo: number): void {
  customer.heldAt = instantOf(daysAgo);
  customer.statusChangedAt = customer.heldAt;
}

export function note(tale: Tale, words: string, daysAgo: number): void {
  tale.notes.push({ at: tale.instantOf(daysAgo), words });
}
