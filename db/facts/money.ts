import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { findPayoff } from "#db/books/payoff";
import type { Db, Tx } from "#db/client";
import { payableColumns } from "#db/facts/payable";
import type { Announced, Said, Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import type { PaymentFacts } from "#lib/domain/payment";
import type { PrePaymentFacts } from "#lib/domain/pre-payment";

export async function prePaymentFacts(sight: Sight, record: Moved): Promise<PrePaymentFacts> {
  const { outstanding, ...found } = await announcedOf(sight, record);
  const { isPayoff, creditId, amount: amountMinor } = found;
  const owedMinor = isPayoff && creditId !== null ? await findPayoff(sight, creditId) : outstanding;
  const { rules, businessDate } = sight;
  return { ...found, amountMinor, owedMinor, overpaymentLimitMinor: rules.overpaymentLimitMinor, businessDate };
}

/** What was announced of a payment, as it was seen when its row was locked, or asked for now. */
export async function announcedOf({ db, announced }: Sight, { id, code }: Moved): Promise<Announced> {
  const found = announced?.id === id ? announced : await findAnnounced(db, code);
  if (found === undefined) throw new Error(`no pre-payment ${code}`);
  return found;
}

/** What was announced of a payment, by ID, and what it is measured by. */
export async function findAnnounced(db: Db | Tx, code: string): Promise<Announced | undefined> {
  const [found] = await askAnnounced(db, { code });
  return found && { ...found, amount: BigInt(found.amount), outstanding: BigInt(found.outstanding) };
}

export async function paymentFacts({ db }: Sight, { id }: Moved, said: Said): Promise<PaymentFacts> {
  const found = only(await askPaid(db, { id }));
  return { ...found, isByWinDispute: said.isByWinDispute ?? false };
}

const askAnnounced = question<Omit<Announced, "amount" | "outstanding"> & { amount: string; outstanding: string }>(
  "announced",
  sql`select ${payableColumns(sql`n.dated_on`)}, n.id, n.customer_id as "customerId", n.credit_id as "creditId",
      n.account_id as "accountId", n.channel, n.type, n.amount_minor as amount, n.dated_on::text as "datedOn",
      n.is_payoff as "isPayoff"
    from pre_payments n join customers c on c.id = n.customer_id left join credits k on k.id = n.credit_id
      left join offers o on o.id = k.offer_id left join accounts a on a.id = n.account_id
      join products p on p.id = coalesce(o.product_id, a.product_id)
    where n.code = ${sql.placeholder("code")}`,
);

function touched(condition: SQL): SQL {
  return sql`(select k.code from payment_parts y join credits k on k.id = y.credit_id
    where y.payment_id = m.id and ${condition} order by k.number limit 1)`;
}

const askPaid = question<Omit<PaymentFacts, "isByWinDispute">>(
  "paid_facts",
  sql`select ${touched(sql`k.closed_by = 'refinance'`)} as "refinancedCredit",
      ${touched(sql`k.status = 'in_dispute'`)} as "disputedCredit",
      p.status as "productStatus", a.status as "accountStatus", c.status as "customerStatus"
    from payments m join customers c on c.id = m.customer_id left join credits k on k.id = m.credit_id
      left join offers o on o.id = k.offer_id left join accounts a on a.id = coalesce(m.account_id, k.account_id)
      join products p on p.id = coalesce(o.product_id, a.product_id)
    where m.id = ${sql.placeholder("id")}`,
);
