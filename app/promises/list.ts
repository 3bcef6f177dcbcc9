import { sql } from "drizzle-orm";
import { defineList } from "#db/list";
import { itself, of } from "#db/list/finds";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { promises } from "#db/schema/promise";
import { promiseStatuses } from "#lib/domain/promise";

export const promiseList = defineList({
  name: "promises",
  record: "promise",
  from: promises,
  id: promises.id,
  code: promises.code,
  joins: sql`left join ${customers} on ${customers.id} = ${promises.customerId}
    left join ${credits} on ${credits.id} = ${promises.creditId} left join ${accounts} on ${accounts.id} = ${promises.accountId}`,
  status: promises.status,
  statuses: promiseStatuses,
  finds: {
    promise: itself(promises),
    credit: of(promises.creditId, credits),
    account: of(promises.accountId, accounts),
    customer: of(promises.customerId, customers),
  },
  columns: {
    code: { sql: promises.code, kind: "code" },
    of: { sql: sql`coalesce(${credits.code}, ${accounts.code})`, kind: "record" },
    customer: { sql: customers.code, kind: "record" },
    amount: { sql: promises.amount, kind: "money", sort: true },
    due: { sql: promises.dueOn, kind: "day", sort: true, filter: "days" },
    status: { sql: promises.status, kind: "status", filter: "choice", options: promiseStatuses },
  },
  defaultSort: { column: "due", direction: "desc" },
  pageSize: 50,
});
