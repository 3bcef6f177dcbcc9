import { defineList } from "#db/list";
import { alphabetical } from "#db/list/catalogue";
import { catalogued, offersSql } from "#db/list/offered";
import { products } from "#db/schema/product";
import { productStatuses } from "#lib/domain/product";

export const productList = defineList({
  name: "products",
  ...catalogued,
  columns: {
    code: { sql: products.code, kind: "code" },
    name: { sql: alphabetical(products.name), kind: "text", sort: true },
    created: { sql: products.createdAt, kind: "instant", sort: true, filter: "days" },
    status: { sql: products.status, kind: "status", filter: "choice", options: productStatuses },
    offers: { sql: offersSql, kind: "count", sort: true },
  },
  defaultSort: { column: "created", direction: "desc" },
});
