import { sql } from "drizzle-orm";
import { defineList } from "#db/list";
import { alphabetical } from "#db/list/catalogue";
import { itself } from "#db/list/finds";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { productStatuses } from "#lib/domain/product";

export const productList = defineList({
  name: "products",
  record: "product",
  from: products,
  id: products.id,
  code: products.code,
  status: products.status,
  statuses: productStatuses,
  search: sql`folded(chr(31) || ${products.code} || chr(31) || ${products.name} || chr(31))`,
  finds: { product: itself(products) },
  columns: {
    code: { sql: products.code, kind: "code" },
    name: { sql: alphabetical(products.name), kind: "text", sort: true },
    created: { sql: products.createdAt, kind: "instant", sort: true, filter: "days" },
    status: { sql: products.status, kind: "status", filter: "choice", options: productStatuses },
    offers: {
      sql: sql`(select count(*)::int from ${offers} where ${offers.productId} = ${products.id})`,
      kind: "count",
      sort: true,
    },
  },
  defaultSort: { column: "created", direction: "desc" },
  pageSize: 50,
});
