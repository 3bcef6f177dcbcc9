import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { only, question } from "#db/question";
import type { Day } from "#lib/domain/day";
import type { PrePaymentFacts } from "#lib/domain/pre-payment";

/** What the credits of an account owe that were there on a day. */
const owedBy = (account: SQL, on: SQL) => sql`(select sum(outstanding_minor) from credits
  where account_id = ${account} and status = 'active' and disbursed_on <= ${on})`;

/** What a payment, dated on a day, to a credit `k` or to an account `a` of customer `c` under product `p` is measured by. */
export const payableColumns = (on: SQL) => sql`
  k.status as "creditStatus", a.status as "accountStatus", p.status as "productStatus", c.status as "customerStatus",
  coalesce(k.outstanding_minor, ${owedBy(sql`a.id`, on)}, 0) as outstanding`;

/** A credit or an account as whoever pays it sees it; amounts in minor units. */
export type Payable = Pick<PrePaymentFacts, "creditStatus" | "accountStatus" | "productStatus" | "customerStatus"> & {
  id: string;
  code: string;
  entity: "credit" | "account";
  customerId: string;
  customerCode: string;
  outstanding: bigint;
  /** How many decimals its amounts have. */
  decimals: number;
  /** Before it there was nothing to pay: the day it was disbursed; the account opened, or bought with while days are closed late. */
  since: Day;
};

/** A credit or an account by ID. */
export async function findPayable(db: Db | Tx, code: string): Promise<Payable | undefined> {
  const [found] = await askPayable(db, { code });
  return found && { ...found, outstanding: BigInt(found.outstanding) };
}

/** What is owed of a credit, or of what an account had on a day. */
export async function findOwed(db: Db | Tx, { entity, id, outstanding }: Payable, day: Day): Promise<bigint> {
  return entity === "credit" ? outstanding : BigInt(only(await askOwed(db, { id, day })).owed);
}

const askOwed = question<{ owed: string }>(
  "owed_by_account",
  sql`select coalesce(${owedBy(sql`${sql.placeholder("id")}::uuid`, sql`${sql.placeholder("day")}::date`)}, 0) as owed`,
);

const askPayable = question<Omit<Payable, "outstanding"> & { outstanding: string }>(
  "payable",
  sql`select ${payableColumns(sql`j.business_date`)}, it.id, it.code, it.entity, c.id as "customerId", c.code as "customerCode", p.decimals,
      coalesce(k.disbursed_on, least((a.created_at at time zone j.time_zone)::date,
        (select min(disbursed_on) from credits where account_id = a.id)))::text as since
    from (select id, code, 'credit' as entity, customer_id from credits where code = ${sql.placeholder("code")}
        union all select id, code, 'account', customer_id from accounts where code = ${sql.placeholder("code")}) it
      join customers c on c.id = it.customer_id left join credits k on k.id = it.id left join offers o on o.id = k.offer_id
      left join accounts a on a.id = it.id join products p on p.id = coalesce(o.product_id, a.product_id) cross join projects j`,
);
