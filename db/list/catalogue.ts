import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db } from "#db/client";
import { among } from "#db/list/query";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";

/** As its readers' alphabet orders it. */
export const alphabetical = (name: PgColumn) => sql<string>`${name} collate "es-x-icu"`;

/** The name of a product or an offer, which the page leads from: it is given the ID before the name. */
const named = ({ code, name }: { code: PgColumn; name: PgColumn }) =>
  ({ sql: name, kind: "named", shown: sql`${code} || ' ' || ${name}` }) as const;

/** The products to choose from, for the records that have one in a column. */
export async function productColumn(column: PgColumn) {
  const found = await db
    .select()
    .from(products)
    .orderBy(asc(alphabetical(products.name)), asc(products.number));
  const ids = new Map(found.map(({ code, id }) => [code, id]));
  return {
    ...named(products),
    filter: "choice",
    options: found.map(({ code }) => code),
    names: Object.fromEntries(found.map(({ code, name }) => [code, name])),
    chosen: (codes: readonly string[]): SQL =>
      among(
        sql`${column}`,
        codes.map((code) => ids.get(code) ?? ""),
      ),
    isOrdered: true,
  } as const;
}

/** The offers to choose from, and their products, for the records that have an offer in a column. */
export async function offerColumns(column: PgColumn) {
  const found = await db
    .select({ code: offers.code, id: offers.id, name: offers.name, product: products.code, productName: products.name })
    .from(offers)
    .innerJoin(products, eq(products.id, offers.productId))
    .orderBy(asc(alphabetical(products.name)), asc(products.number), asc(alphabetical(offers.name)), asc(offers.number));
  const idsWhere = (key: "code" | "product") => (codes: readonly string[]) =>
    among(
      sql`${column}`,
      found.filter((each) => codes.includes(each[key])).map(({ id }) => id),
    );
  return {
    product: {
      ...named(products),
      filter: "choice",
      options: [...new Set(found.map(({ product }) => product))],
      names: Object.fromEntries(found.map(({ product, productName }) => [product, productName])),
      chosen: idsWhere("product"),
    },
    offer: {
      ...named(offers),
      filter: "choice",
      options: found.map(({ code }) => code),
      names: Object.fromEntries(found.map(({ code, name, productName }) => [code, `${productName} · ${name}`])),
      chosen: idsWhere("code"),
      isOrdered: true,
    },
  } as const;
}
