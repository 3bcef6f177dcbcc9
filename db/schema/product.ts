import { sql } from "drizzle-orm";
import { check, date, index, integer, numeric, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { minor, recordColumns } from "#db/schema/column";
import { productKinds, productStatuses } from "#lib/domain/product";

/** What is lent under one name: its offers inherit the limits that they do not set themselves. */
export const products = pgTable(
  "products",
  {
    ...recordColumns("product", productStatuses),
    kind: text("kind", { enum: productKinds }).notNull(),
    name: text("name").notNull(),
    amountMin: minor("amount_min_minor"),
    amountMax: minor("amount_max_minor"),
    instalmentsMin: integer("instalments_min"),
    instalmentsMax: integer("instalments_max"),
    /** Of one customer. */
    maxActiveCredits: integer("max_active_credits"),
    /** What may be left owing of a credit that counts as paid. */
    toleranceMinor: minor("tolerance_minor").notNull().default(sql`0`),
    /** Of a product for cards: the days of the month that its accounts begin with, and what each cycle asks at least. */
    closingDay: integer("closing_day"),
    dueDay: integer("due_day"),
    minimumPercent: numeric("minimum_percent", { precision: 5, scale: 2 }),
    minimumFixed: minor("minimum_fixed_minor"),
    /** In how many decimals the amounts of its credits are computed. */
    decimals: integer("decimals").notNull().default(0),
  },
  () => [
    check("products_status_known", oneOf("status", productStatuses)),
    check("products_kind_known", oneOf("kind", productKinds)),
    check("products_cycle_days", sql`closing_day between 1 and 31 and due_day between 1 and 31`),
    check("products_minimum", sql`minimum_percent between 0 and 100 and minimum_fixed_minor >= 0`),
    check("products_decimals", sql`decimals between 0 and 2`),
  ],
);

/** From when until when a product was inactive: days that its credits are not charged for. */
export const productStops = pgTable(
  "product_stops",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    productId: uuid("product_id")
      .notNull()
      .references(() => products.id),
    from: date("from_on", { mode: "string" }).notNull(),
    until: date("until_on", { mode: "string" }),
  },
  (it) => [index("product_stops_product").on(it.productId), check("product_stops_days", sql`until_on >= from_on`)],
);
