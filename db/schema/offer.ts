import { check, date, index, integer, numeric, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { minor, recordColumns } from "#db/schema/column";
import { products } from "#db/schema/product";
import { offerStatuses } from "#lib/domain/offer";

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
    /** In percent a year. */
    annualRate: numeric("annual_rate", { precision: 9, scale: 4 }),
    validFrom: date("valid_from", { mode: "string" }),
    validUntil: date("valid_until", { mode: "string" }),
    maxActiveCredits: integer("max_active_credits"),
  },
  (it) => [index("offers_product").on(it.productId), check("offers_status_known", oneOf("status", offerStatuses))],
);
