import { sql } from "drizzle-orm";
import { defineList } from "#db/list";
import { alphabetical, productColumn } from "#db/list/catalogue";
import { itself } from "#db/list/finds";
import { activeCreditsSql, tagSql } from "#db/list/offers";
import { offers } from "#db/schema/offer";
import { products } from "#db/schema/product";
import { offerStatuses } from "#lib/domain/offer";

/** The terms under which the products are lent. */
export async function offerList() {
  const product = await productColumn(offers.productId);
  return defineList({
    name: "offers",
    record: "offer",
    from: offers,
    id: offers.id,
    code: offers.code,
    joins: sql`left join ${products} on ${products.id} = ${offers.productId}`,
    status: offers.status,
    statuses: offerStatuses,
    search: sql`folded(chr(31) || ${offers.code} || chr(31) || ${offers.name} || chr(31))`,
    finds: { offer: itself(offers) },
    columns: {
      code: { sql: offers.code, kind: "code" },
      name: { sql: alphabetical(offers.name), kind: "text", sort: true },
      product: { ...product },
      status: { sql: offers.status, kind: "status", filter: "choice", options: offerStatuses },
      tag: { sql: tagSql, kind: "use_tag", filter: "choice", options: ["in_use", "idle"] },
      active_credits: { sql: activeCreditsSql, kind: "count", sort: true },
      created: { sql: offers.createdAt, kind: "instant", sort: true },
    },
    defaultSort: { column: "created", direction: "desc" },
    pageSize: 50,
  });
}
