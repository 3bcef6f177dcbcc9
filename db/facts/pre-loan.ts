import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { findPayoff } from "#db/books/payoff";
import type { Said, Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import type { Day } from "#lib/domain/day";
import { type OfferSettings, termsIn, termsOf } from "#lib/domain/offer-terms";
import type { PreLoanFacts } from "#lib/domain/pre-loan";
import type { Rules } from "#lib/domain/rules";
import { termsFault } from "#lib/domain/schedule/terms-fault";

type Computed = "rules" | "lentMinor" | "payoffMinor" | "termsFault" | "maxActiveCredits";
type Row = Omit<PreLoanFacts, Computed | "amountMinor" | "amountMinMinor" | "amountMaxMinor"> & {
  amount: string;
  amountMin: string | null;
  amountMax: string | null;
  most: { offer: number | null; product: number | null };
};

/** How the credit of a request would be. */
type Plan = {
  refinancesId: string | null;
  downpayment: string;
  disburseOn: Day | null;
  firstDueOn: Day | null;
  settings: Partial<OfferSettings>;
  decimals: number;
};

export async function preLoanFacts(sight: Sight, { id }: Moved, said: Said): Promise<PreLoanFacts> {
  const { db, rules, businessDate } = sight;
  const { plan, ...row } = only(await askRequest(db, { id, businessDate }));
  const facts = factsFrom(row, rules);
  const isOpen = facts.refinances?.status === "active";
  const lentMinor = said.settled?.amountMinor ?? facts.amountMinor - BigInt(plan.downpayment);
  return {
    ...{ ...facts, lentMinor },
    payoffMinor: isOpen && plan.refinancesId !== null ? await findPayoff(sight, plan.refinancesId) : 0n,
    termsFault: facts.isOnAccount ? null : faultOf(plan, { ...facts, lentMinor }, businessDate),
    ...(said.isReversedByMerchant && { isReversedByMerchant: true }),
  };
}

/** Of an offer that is not set there are no terms to be wrong. */
function faultOf(
  { settings, decimals, disburseOn, firstDueOn }: Plan,
  { lentMinor, instalments }: Pick<PreLoanFacts, "lentMinor" | "instalments">,
  businessDate: Day,
): PreLoanFacts["termsFault"] {
  const offered = termsIn(settings, decimals);
  const agreed = { principal: lentMinor, currency: "", instalments, disbursedOn: disburseOn ?? businessDate, firstDueOn };
  return (offered && termsFault(termsOf(offered, agreed))?.field) ?? null;
}

/**
 * The facts of requests that nobody made yet: of a customer under each of some offers, for the least that each lends besides
 * what pays the other credit off. Their terms are not chosen.
 */
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
    ...{ amountMinor: BigInt(amount), lentMinor: BigInt(amount), payoffMinor: 0n, termsFault: null },
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
      (select json_build_object('code', k.code, 'status', k.status, 'isTheirs', k.customer_id = r.customer_id)
        from credits k where k.id = r.refinances_id) as refinances,
      json_build_object('offer', ${counted(sql`k.offer_id = r.offer_id`)},
        'product', ${counted(sql`f.product_id = o.product_id`)}, 'project', ${counted(sql`true`)}) as "activeCredits",
      ${sql.placeholder("businessDate")}::date - (r.created_at at time zone j.time_zone)::date as "daysPending"
    from (${requests}) r join customers c on c.id = r.customer_id join offers o on o.id = r.offer_id
      join products p on p.id = o.product_id cross join projects j`;

const askRequest = question<Row & { plan: Plan }>(
  "request_facts",
  factsOf(
    sql`select * from pre_loans where id = ${sql.placeholder("id")}`,
    sql`json_build_object('refinancesId', r.refinances_id, 'downpayment', r.downpayment_minor::text, 'disburseOn', r.disburse_on,
      'firstDueOn', r.first_due_on, 'settings', o.terms, 'decimals', p.decimals) as plan,`,
  ),
);

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
