import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { findPayoff } from "#db/books/payoff";
import { payableColumns } from "#db/facts/payable";
import type { Said, Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import type { PaymentFacts } from "#lib/domain/payment";
import type { PrePaymentFacts } from "#lib/domain/pre-payment";

type Announced = Omit<PrePaymentFacts, "amountMinor" | "owedMinor" | "overpaymentLimitMinor" | "businessDate"> & {
  amount: string;
  outstanding: string;
  /** The credit that it is meant to pay off. */
  payoffOf: string | null;
};

export async function prePaymentFacts(sight: Sight, { id }: Moved): Promise<PrePaymentFacts> {
  const { db, rules, businessDate } = sight;
  const { amount, outstanding, payoffOf, ...found } = only(await askAnnounced(db, { id }));
  const owed = payoffOf === null ? outstanding : await findPayoff(sight, payoffOf);
  const { overpaymentLimitMinor } = rules;
  return { ...found, amountMinor: BigInt(amount), owedMinor: BigInt(owed), overpaymentLimitMinor, businessDate };
}

export async function paymentFacts({ db }: Sight, { id }: Moved, said: Said): Promise<PaymentFacts> {
  const found = only(await askPaid(db, { id }));
  return { ...found, isByWinDispute: said.isByWinDispute ?? false };
}

const askAnnounced = question<Announced>(
  "announced_facts",
  sql`select ${payableColumns(sql`n.dated_on`)}, n.channel, n.amount_minor as amount, n.dated_on::text as "datedOn",
      case when n.is_payoff then n.credit_id end as "payoffOf"
    from pre_payments n join customers c on c.id = n.customer_id left join credits k on k.id = n.credit_id
      left join offers o on o.id = k.offer_id left join accounts a on a.id = n.account_id
      join products p on p.id = coalesce(o.product_id, a.product_id)
    where n.id = ${sql.placeholder("id")}`,
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
      left join offers o on o.id = k.offer_id left join accounts a on a.id = m.account_id
      join products p on p.id = coalesce(o.product_id, a.product_id)
    where m.id = ${sql.placeholder("id")}`,
);
