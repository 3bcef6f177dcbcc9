import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { db, transaction } from "#db/client";
import { countActiveCredits } from "#db/move/active-credits";
import type { Done, Given } from "#db/move/moving";
import { openMoving } from "#db/move/open";
import type { Order, Outcome } from "#db/move/order";
import { storedRules } from "#db/read/rules";
import { Refused } from "#db/refused";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { history } from "#db/schema/history";
import { paymentParts, payments } from "#db/schema/payment";
import { projects } from "#db/schema/project";
import { ruleSets } from "#db/schema/rule-set";
import { decideApproval } from "#db/write/approval";
import type { Day } from "#lib/domain/day";
import type { Refusal } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import { defaultRules, type Rules } from "#lib/domain/rules";
import { addCredit, addCustomer, addOffer, addPayment, addPrePayment, bruno, clara, moveNow, sofia } from "#tests/db/portfolio";

/** The business date of these tests. */
export const today = "2026-03-15" as Day;

type Words = Omit<Partial<Order>, "entity" | "code" | "event">;

/** Puts rules in force, the defaults but for what is given, on the business date of these tests. */
export async function useRules(rules: Partial<Rules> = {}): Promise<void> {
  await db.update(projects).set({ businessDate: today });
  const row = { rules: storedRules({ ...defaultRules, ...rules }), subject: "sofia", email: "sofia@demo.example" };
  await db.insert(ruleSets).values(row);
}

/** What Sofía asks for and Clara approves. */
export async function moveByTwo(entity: Entity, code: string, event: string, said: Words = {}): Promise<Outcome> {
  return decideApproval(clara, await ask(entity, code, event, said), true, randomUUID());
}

/** The ID of the approval that Sofía's request waits for. */
export async function ask(entity: Entity, code: string, event: string, said: Words = {}): Promise<string> {
  const asked = await moveNow(sofia, entity, code, event, said);
  if (asked.ok && asked.kind === "asked") return asked.approval;
  throw new Error(`nobody has to approve ${entity}.${event}: ${JSON.stringify(asked)}`);
}

/** The moves that were made, each as `credit.settle`, or what stood in their way. */
export function madeIn(outcome: Outcome): string[] | object {
  return outcome.ok && outcome.kind === "moved" ? outcome.done.map(({ entity, event }) => `${entity}.${event}`) : outcome;
}

/** A move that the system makes by itself: what was made, or what refused it. */
export async function stepNow(entity: Entity, code: string, event: string, given: Given = {}): Promise<Done[] | Refusal[]> {
  return transaction(async (tx) => {
    const moving = await openMoving(tx, undefined);
    await moving.step(entity, code, event, given);
    return moving.done;
  }).catch((error: unknown) => {
    if (error instanceof Refused) return error.refusals;
    throw error;
  });
}

export const entriesOf = (code: string) => db.select().from(history).where(eq(history.record, code)).orderBy(history.id);

/** A credit that is counted as those are that were asked for; what an open one does not owe any more was paid. */
export async function addLent(...args: Parameters<typeof addCredit>): Promise<typeof credits.$inferSelect> {
  const made = await addCredit(...args);
  if (made.closedOn === null && made.outstanding < made.amount) await addPayment(made, made.amount - made.outstanding);
  await transaction((tx) => countActiveCredits(tx, made.customerId));
  return made;
}

/** A customer's credit of 500, with a tolerance of 10. */
export async function lent(values: Parameters<typeof addLent>[1] = {}) {
  const { id: customerId, code: customer } = await addCustomer();
  const { id: offerId } = await addOffer({ toleranceMinor: 10n });
  return { customer, ...(await addLent(customerId, { offerId, amount: 500n, outstanding: 500n, ...values })) };
}

export const reverse = (payment: string) => moveByTwo("payment", payment, "reverse", { reason: "posted_in_error" });

/** The payment of a credit or an account, dated the business date, that an operator confirms. */
export async function pay(
  customerId: string,
  target: { creditId: string } | { accountId: string },
  amount: bigint,
): Promise<{ outcome: Outcome; payment: typeof payments.$inferSelect }> {
  const [project] = await db.select({ datedOn: projects.businessDate }).from(projects);
  const { id, code } = await addPrePayment(customerId, { ...target, amount, ...project });
  const outcome = await moveNow(bruno, "pre_payment", code, "confirm");
  const [payment] = await db.select().from(payments).where(eq(payments.prePaymentId, id));
  if (payment === undefined) throw new Error(`not paid: ${JSON.stringify(outcome)}`);
  return { outcome, payment };
}

/** How much of a payment went to which credit. */
export async function partsOf(paymentId: string): Promise<Record<string, bigint>> {
  const parts = await db
    .select({ code: credits.code, amount: paymentParts.amount })
    .from(paymentParts)
    .innerJoin(credits, eq(credits.id, paymentParts.creditId))
    .where(eq(paymentParts.paymentId, paymentId));
  return Object.fromEntries(parts.map(({ code, amount }) => [code, amount]));
}

export async function accountNow(id: string): Promise<typeof accounts.$inferSelect> {
  const [found] = await db.select().from(accounts).where(eq(accounts.id, id));
  if (found === undefined) throw new Error(`no account ${id}`);
  return found;
}

/** The count of active credits that the lists show is the count of what there is. */
export async function expectCounts(): Promise<void> {
  const all = await db.select().from(customers);
  const active = await db.select().from(credits).where(eq(credits.status, "active"));
  for (const { id, code, activeCredits } of all)
    expect([code, activeCredits]).toEqual([code, active.filter(({ customerId }) => customerId === id).length]);
}
