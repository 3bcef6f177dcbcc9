import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import type { PreLoanFacts } from "#lib/domain/pre-loan";

type Row = Omit<PreLoanFacts, "rules" | "amountMinor" | "amountMinMinor" | "amountMaxMinor" | "maxActiveCredits"> & {
  amount: string;
  amountMin: string | null;
  amountMax: string | null;
  most: { offer: number | null; product: number | null };
};

export async function preLoanFacts({ db, rules, businessDate }: Sight, { id }: Moved): Promise<PreLoanFacts> {
  const { amount, amountMin, amountMax, most, ...found } = only(await askRequest(db, { id, businessDate }));
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

const askRequest = question<Row>(
  "request_facts",
  sql`select c.status as "customerStatus", r.account_id is not null as "isOnAccount", o.status as "offerStatus",
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
    from pre_loans r join customers c on c.id = r.customer_id join offers o on o.id = r.offer_id
      join products p on p.id = o.product_id cross join projects j
    where r.id = ${sql.placeholder("id")}`,
);
