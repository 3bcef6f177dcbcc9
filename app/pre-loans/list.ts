import { sql } from "drizzle-orm";
import { defineList } from "#db/list";
import { offerColumns } from "#db/list/catalogue";
import { byCustomer, itself, of } from "#db/list/finds";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { preLoans } from "#db/schema/pre-loan";
import { products } from "#db/schema/product";
import { preLoanStatuses } from "#lib/domain/pre-loan";

/** Requests for a credit. */
export async function preLoanList() {
  const { product, offer } = await offerColumns(preLoans.offerId);
  return defineList({
    name: "pre-loans",
    record: "pre_loan",
    from: preLoans,
    id: preLoans.id,
    code: preLoans.code,
    joins: sql`left join ${customers} on ${customers.id} = ${preLoans.customerId}
      left join ${offers} on ${offers.id} = ${preLoans.offerId} left join ${products} on ${products.id} = ${offers.productId}`,
    status: preLoans.status,
    statuses: preLoanStatuses,
    ...byCustomer(preLoans.customerId),
    finds: { pre_loan: itself(preLoans), customer: of(preLoans.customerId, customers) },
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
    pageSize: 50,
  });
}
