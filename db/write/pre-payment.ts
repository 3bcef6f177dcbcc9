import "server-only";
import { sql } from "drizzle-orm";
import { findPayoff } from "#db/books/payoff";
import type { Tx } from "#db/client";
import { findPayable, type Payable } from "#db/facts/payable";
import type { Sight } from "#db/facts/sight";
import { lockMoved } from "#db/move/record";
import { only, question } from "#db/question";
import { findSight } from "#db/read/rules";
import { Refused, refuseIf } from "#db/refused";
import { type Added, add } from "#db/write/addition";
import type { Deed } from "#db/write/history";
import type { Actor } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { addMonths } from "#lib/domain/day";
import type { Refusal } from "#lib/domain/machine";
import { hasDecimals } from "#lib/domain/money";
import { sections } from "#lib/domain/section";
import { storedValues } from "#lib/history";
import type { Announcement } from "#lib/paying";

/**
 * Announces a payment: it waits, pending, to be confirmed. Whatever stands in the way of that is asked then, for money that
 * is there is never turned away; only what cannot be true is refused.
 */
export function announce(actor: Actor, said: Announcement, key: string): Promise<Added> {
  const form = {
    needs: "payment:operate",
    module: sections.pre_payment,
    said: { ...said, amountMinor: `${said.amountMinor}` },
    key,
  } as const;
  return add(actor, form, async (tx) => {
    const [payable, sight] = await Promise.all([lockPayable(tx, said.code), findSight(tx)]);
    refuseIf(await announcementFaults(sight, payable, said));
    const { code } = await insertPrePayment(tx, payable, { ...said, reference: null });
    return { code, deed: announceDeed(code, payable, said) };
  });
}

/** The credit or account of an ID, with its customer locked and then itself. */
export async function lockPayable(tx: Tx, code: string): Promise<Payable> {
  // Sent at once: it is looked at once it is locked.
  const [, payable] = await Promise.all([
    lockMoved(tx, isCode("credit", code) ? "credit" : "account", code),
    findPayable(tx, code),
  ]);
  if (payable === undefined) throw new Refused([{ rule: "unknown" }]);
  return payable;
}

export async function insertPrePayment(
  tx: Tx,
  { id, entity, customerId }: Payable,
  { amountMinor: amount, datedOn, type, channel, isPayoff, reference }: Omit<Announcement, "code"> & { reference: string | null },
): Promise<{ id: string; code: string }> {
  const target = { creditId: entity === "credit" ? id : null, accountId: entity === "account" ? id : null };
  return only(await addPrePayment(tx, { customerId, ...target, amount, datedOn, type, channel, isPayoff, reference }));
}

const value = sql.placeholder;
const addPrePayment = question<{ id: string; code: string }>(
  "add_pre_payment",
  sql`insert into pre_payments (customer_id, credit_id, account_id, amount_minor, dated_on, type, channel, is_payoff, reference)
    values (${value("customerId")}, ${value("creditId")}, ${value("accountId")}, ${value("amount")}, ${value("datedOn")},
      ${value("type")}, ${value("channel")}, ${value("isPayoff")}, ${value("reference")}) returning id, code`,
);

export const announceDeed = (
  record: string,
  { code, entity, customerCode }: Payable,
  { amountMinor, datedOn }: Pick<Announcement, "amountMinor" | "datedOn">,
): Deed => ({
  action: "pre_payment.announce",
  module: sections.pre_payment,
  record,
  customer: customerCode,
  details: { ...storedValues({ amount: amountMinor }), dated_on: datedOn, [entity]: code },
});

/** Payments are announced for a year ahead at most. */
const mostMonthsAhead = 12;

/** What cannot be true of a payment. */
export async function announcementFaults(
  sight: Sight,
  payable: Payable,
  { amountMinor, datedOn, isPayoff }: Announcement,
): Promise<Refusal[]> {
  const { since, decimals } = payable;
  const latest = addMonths(sight.businessDate, mostMonthsAhead, "clamp");
  const faults: Refusal[] = [
    ...(amountMinor <= 0n ? [{ rule: "amount_zero" }] : []),
    ...(hasDecimals(amountMinor, decimals) ? [] : [{ rule: "amount_decimals", values: { decimals } }]),
    ...(datedOn < since ? [{ rule: "day_too_early", values: { since } }] : []),
    ...(datedOn > latest ? [{ rule: "day_too_late", values: { latest } }] : []),
  ];
  if (!isPayoff || faults.length > 0) return faults;
  if (payable.entity === "account") return [{ rule: "payoff_of_account" }];
  if (payable.creditStatus !== "active") return [{ rule: "payoff_closed" }];
  const payoff = await findPayoff({ ...sight, businessDate: datedOn }, payable.id);
  return payoff === amountMinor ? [] : [{ rule: "payoff_differs", values: { payoff, datedOn } }];
}
