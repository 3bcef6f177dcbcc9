import { defineList } from "#db/list";
import { eitherCode, promised } from "#db/list/paying";
import { customers } from "#db/schema/customer";
import { promises } from "#db/schema/promise";
import { promiseStatuses } from "#lib/domain/promise";

export const promiseList = defineList({
  name: "promises",
  ...promised,
  columns: {
    code: { sql: promises.code, kind: "code" },
    of: { sql: eitherCode, kind: "record" },
    customer: { sql: customers.code, kind: "record" },
    amount: { sql: promises.amount, kind: "money", sort: true },
    due: { sql: promises.dueOn, kind: "day", sort: true, filter: "days" },
    status: { sql: promises.status, kind: "status", filter: "choice", options: promiseStatuses },
  },
  defaultSort: { column: "due", direction: "desc" },
});
