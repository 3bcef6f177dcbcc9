import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import type { Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import { type OfferFacts, type OfferSetting, offerSettings } from "#lib/domain/offer";
import type { ProductFacts } from "#lib/domain/product";

export async function productFacts({ db }: Sight, { id }: Moved): Promise<ProductFacts> {
  return only(await askProduct(db, { id }));
}

type Row = Pick<OfferFacts, "annualRate" | "productStatus"> & { set: Record<OfferSetting, unknown> };

export async function offerFacts({ db, rules }: Sight, { id }: Moved): Promise<OfferFacts> {
  const { set, ...found } = only(await askOffer(db, { id }));
  return { ...found, missing: offerSettings.filter((each) => set[each] === null), maxAnnualRate: rules.maxAnnualRate };
}

/** How many credits of a product are open, and stop with it. */
export const openCreditsOf = (product: SQLWrapper) => sql<number>`(select count(*)::int from credits k
  join offers o on o.id = k.offer_id where o.product_id = ${product} and k.status in ('active', 'in_dispute'))`;

const askProduct = question<ProductFacts>(
  "product_facts",
  sql`select ${openCreditsOf(sql`${sql.placeholder("id")}::uuid`)} as "openCredits"`,
);

const askOffer = question<Row>(
  "offer_facts",
  sql`select o.terms ->> 'annualRate' as "annualRate", p.status as "productStatus",
      json_build_object('amount_min', coalesce(o.amount_min_minor, p.amount_min_minor),
        'amount_max', coalesce(o.amount_max_minor, p.amount_max_minor),
        'instalments_min', coalesce(o.instalments_min, p.instalments_min),
        'instalments_max', coalesce(o.instalments_max, p.instalments_max),
        'annual_rate', o.terms -> 'annualRate', 'method', o.terms -> 'method', 'periodicity', o.terms -> 'unit',
        'valid_from', o.valid_from) as set
    from offers o join products p on p.id = o.product_id where o.id = ${sql.placeholder("id")}`,
);
