import "server-only";
import { sql } from "drizzle-orm";
import { findPayoff } from "#db/books/payoff";
import type { Tx } from "#db/client";
import { findPayable, type Payable } from "#db/facts/payable";
import type { Sight } from "#db/facts/sight";
import type { Asker } from "#db/move/asker";
import { lockMoved } from "#db/move/record";
import { only, question } from "#db/question";
import { findSight } from "#db/read/rules";
import { Refused, refuseIf } from "#db/refused";
import { type Added, add } from "#db/write/addition";
import type { Deed } from "#db/write/history";
import { isCode } from "#lib/domain/code";
import { addMonths } from "#lib/domain/day";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";
import { storedValues } from "#lib/history";
import type { Announcement, TypedAnnouncement } from "#lib/paying";
import { readAnnouncement } from "#lib/paying/typed";

/**
 * Announces a payment: it waits, pending, to be confirmed. Whatever stands in the way of that is asked then, for money that
 * is there is never turned away; only what cannot be true is refused.
 */
export function announce(asker: Asker, typed: TypedAnnouncement, key: string): Promise<Added> {
  const form = { needs: "payment:operate", module: sections.pre_payment, said: typed, key } as const;
  const open = (tx: Tx) => Promise.all([lockPayable(tx, typed.code), findSight(tx)]);
  const write = async (tx: Tx, [payable, sight]: Awaited<ReturnType<typeof open>>) => {
    if (payable === undefined) throw new Refused([{ rule: "unknown" }]);
    const read = readAnnouncement(typed, payable.decimals);
    if (!read.ok) throw new Refused(read.refusals);
    refuseIf(await announcementFaults(sight, payable, read.said));
    const { code } = await insertPrePayment(tx, payable, { ...read.said, reference: null });
    return { code, deed: announceDeed(code, payable, read.said) };
  };
  return add(asker, form, write, open);
}

/** The credit or account of an ID, with its customer locked and then itself; undefined where there is none. */
export async function lockPayable(tx: Tx, code: string): Promise<Payable | undefined> {
  // Sent at once: it is looked at once it is locked.
  const [, payable] = await Promise.all([
    lockMoved(tx, isCode("credit", code) ? "credit" : "account", code),
    findPayable(tx, code),
  ]);
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
  const { since } = payable;
  const latest = addMonths(sight.businessDate, mostMonthsAhead, "clamp");
  const faults: Refusal[] = [
    ...(datedOn < since ? [{ rule: "day_too_early", values: { firstDate: since } }] : []),
    ...(datedOn > latest ? [{ rule: "day_too_late", values: { lastDate: latest } }] : []),
  ];
  if (!isPayoff || faults.length > 0) return faults;
  if (payable.entity === "account") return [{ rule: "payoff_of_account" }];
  if (payable.creditStatus !== "active") return [{ rule: "payoff_closed" }];
  const payoff = await findPayoff({ ...sight, businessDate: datedOn }, payable.id);
  return payoff === amountMinor ? [] : [{ rule: "payoff_differs", values: { payoff, datedOn } }];
}
