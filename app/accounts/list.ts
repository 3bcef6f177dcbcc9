import { defineList } from "#db/list";
import { opened, spendableSql } from "#db/list/cards";
import { productColumn } from "#db/list/catalogue";
import { accounts } from "#db/schema/account";
import { customers } from "#db/schema/customer";
import { accountStatuses } from "#lib/domain/account";

export async function accountList() {
  const product = await productColumn(accounts.productId);
  return defineList({
    name: "accounts",
    ...opened,
    columns: {
      code: { sql: accounts.code, kind: "code" },
      customer: { sql: customers.code, kind: "record" },
      name: { sql: customers.name, kind: "name" },
      status: { sql: accounts.status, kind: "status", filter: "choice", options: accountStatuses },
      credit_line: { sql: accounts.creditLine, kind: "money", sort: true },
      available: { sql: accounts.available, kind: "available", shown: spendableSql, sort: true },
      debt: { sql: accounts.debt, kind: "money", sort: true },
      minimum_due: { sql: accounts.minimumUnmet, kind: "money" },
      product: { ...product },
      created: { sql: accounts.createdAt, kind: "instant", sort: true, filter: "days" },
    },
    defaultSort: { column: "created", direction: "desc" },
  });
}
