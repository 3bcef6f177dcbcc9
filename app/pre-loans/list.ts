import { defineList } from "#db/list";
import { offerColumns } from "#db/list/catalogue";
import { requested } from "#db/list/lending";
import { customers } from "#db/schema/customer";
import { preLoans } from "#db/schema/pre-loan";
import { preLoanStatuses } from "#lib/domain/pre-loan";

export async function preLoanList() {
  const { product, offer } = await offerColumns(preLoans.offerId);
  return defineList({
    name: "pre-loans",
    ...requested,
    columns: {
      code: { sql: preLoans.code, kind: "code" },
      customer: { sql: customers.code, kind: "record" },
      name: { sql: customers.name, kind: "name" },
      status: { sql: preLoans.status, kind: "status", filter: "choice", options: preLoanStatuses },
      amount: { sql: preLoans.amount, kind: "money", sort: true, filter: "amount" },
      downpayment: { sql: preLoans.downpayment, kind: "money" },
      taken: { sql: preLoans.createdAt, kind: "instant", sort: true, filter: "days" },
      product: { ...product },
      offer: { ...offer },
    },
    defaultSort: { column: "taken", direction: "desc" },
  });
}
