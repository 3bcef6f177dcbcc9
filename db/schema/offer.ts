import { check, date, index, integer, jsonb, numeric, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { minor, recordColumns } from "#db/schema/column";
import { products } from "#db/schema/product";
import { offerStatuses, offerTypes } from "#lib/domain/offer";
import type { OfferSettings } from "#lib/domain/offer-terms";

/** The terms under which a product is lent; a limit that is not set is the product's. */
export const offers = pgTable(
  "offers",
  {
    ...recordColumns("offer", offerStatuses),
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id),
    name: text("name").notNull(),
    amountMin: minor("amount_min_minor"),
    amountMax: minor("amount_max_minor"),
    instalmentsMin: integer("instalments_min"),
    instalmentsMax: integer("instalments_max"),
    type: text("type", { enum: offerTypes }).notNull().default("cash"),
    /** As far as they are set. */
    terms: jsonb("terms").$type<Partial<OfferSettings>>().notNull().default({}),
    /** What at least is paid down of a purchase, in percent of it. */
    downpayment: numeric("downpayment_percent", { precision: 5, scale: 2 }),
    validFrom: date("valid_from", { mode: "string" }),
    validUntil: date("valid_until", { mode: "string" }),
    maxActiveCredits: integer("max_active_credits"),
  },
  (it) => [
    index("offers_product").on(it.productId),
    check("offers_status_known", oneOf("status", offerStatuses)),
    check("offers_type_known", oneOf("type", offerTypes)),
  ],
);
