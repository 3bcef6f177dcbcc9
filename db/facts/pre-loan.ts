import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Said, Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import type { PreLoanFacts } from "#lib/domain/pre-loan";
import type { Rules } from "#lib/domain/rules";

type Row = Omit<PreLoanFacts, "rules" | "amountMinor" | "amountMinMinor" | "amountMaxMinor" | "maxActiveCredits"> & {
  amount: string;
  amountMin: string | null;
  amountMax: string | null;
  most: { offer: number | null; product: number | null };
};

export async function preLoanFacts(
  { db, rules, businessDate }: Sight,
  { id }: Moved,
  { isReversedByMerchant }: Said,
): Promise<PreLoanFacts> {
  const facts = factsFrom(only(await askRequest(db, { id, businessDate })), rules);
  return { ...facts, ...(isReversedByMerchant && { isReversedByMerchant }) };
}

/** The facts of requests that nobody made yet: of a customer under each of some offers, for the least that each lends. */
export async function offeredFacts(
  { db, rules, businessDate }: Sight,
  asked: { customerId: string; offerIds: readonly string[]; refinancesId: string | null },
): Promise<Map<string, PreLoanFacts>> {
  const rows = await askOffered(db, { ...asked, businessDate });
  return new Map(rows.map(({ offerId, ...row }) => [offerId, factsFrom(row, rules)]));
}

function factsFrom({ amount, amountMin, amountMax, most, ...found }: Row, rules: Rules): PreLoanFacts {
  return {
    ...found,
    rules,
    amountMinor: BigInt(amount),
    amountMinMinor: amountMin === null ? null : BigInt(amountMin),
    amountMaxMinor: amountMax === null ? null : BigInt(amountMax),
    maxActiveCredits: { ...most, project: rules.maxActiveCredits },
  };
}

function counted(condition: SQL): SQL {
  return sql`(select count(*)::int from credits k join offers f on f.id = k.offer_id where k.customer_id = r.customer_id
    and k.status = 'active' and k.id is distinct from r.refinances_id and ${condition})`;
}

/** Of rows such as requests are; `more` is selected besides. */
const factsOf = (requests: SQL, more = sql``) =>
  sql`select ${more} c.status as "customerStatus", r.account_id is not null as "isOnAccount", o.status as "offerStatus",
      p.status as "productStatus", r.amount_minor as amount, r.instalments,
      coalesce(o.amount_min_minor, p.amount_min_minor) as "amountMin", coalesce(o.amount_max_minor, p.amount_max_minor) as "amountMax",
      coalesce(o.instalments_min, p.instalments_min) as "instalmentsMin",
      coalesce(o.instalments_max, p.instalments_max) as "instalmentsMax",
      json_build_object('offer', o.max_active_credits, 'product', p.max_active_credits) as most,
      (select json_build_object('status', k.status, 'isTheirs', k.customer_id = r.customer_id)
        from credits k where k.id = r.refinances_id) as refinances,
      json_build_object('offer', ${counted(sql`k.offer_id = r.offer_id`)},
        'product', ${counted(sql`f.product_id = o.product_id`)}, 'project', ${counted(sql`true`)}) as "activeCredits",
      ${sql.placeholder("businessDate")}::date - (r.created_at at time zone j.time_zone)::date as "daysPending"
    from (${requests}) r join customers c on c.id = r.customer_id join offers o on o.id = r.offer_id
      join products p on p.id = o.product_id cross join projects j`;

const askRequest = question<Row>("request_facts", factsOf(sql`select * from pre_loans where id = ${sql.placeholder("id")}`));

const askOffered = question<Row & { offerId: string }>(
  "offered_facts",
  factsOf(
    sql`select f.id as offer_id, ${sql.placeholder("customerId")}::uuid as customer_id, null::uuid as account_id,
        coalesce(f.amount_min_minor, t.amount_min_minor, 1) as amount_minor,
        coalesce(f.instalments_min, t.instalments_min, 1) as instalments,
        ${sql.placeholder("refinancesId")}::uuid as refinances_id, now() as created_at
      from offers f join products t on t.id = f.product_id where f.id = any(${sql.placeholder("offerIds")}::uuid[])`,
    sql`r.offer_id as "offerId",`,
  ),
);
