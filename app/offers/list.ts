import { defineList } from "#db/list";
import { alphabetical, productColumn } from "#db/list/catalogue";
import { activeCreditsSql, offered, tagSql } from "#db/list/offered";
import { offers } from "#db/schema/offer";
import { offerStatuses } from "#lib/domain/offer";

export async function offerList() {
  const product = await productColumn(offers.productId);
  return defineList({
    name: "offers",
    ...offered,
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
  });
}
