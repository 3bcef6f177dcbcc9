import { defineList } from "#db/list";
import { people } from "#db/list/people";
import { customers } from "#db/schema/customer";
import { registeredStatuses } from "#lib/domain/customer";

export const customerList = defineList({
  name: "customers",
  ...people,
  statuses: registeredStatuses,
  columns: {
    code: { sql: customers.code, kind: "code" },
    name: { sql: customers.name, kind: "name", sort: true },
    status: { sql: customers.status, kind: "status", filter: "choice", options: [...registeredStatuses, "deleted"] },
    active_credits: { sql: customers.activeCredits, kind: "count", sort: true, filter: "range" },
    email: { sql: customers.email, kind: "email" },
    phone: { sql: customers.phone, kind: "phone" },
    national_id: { sql: customers.nationalId, kind: "national_id" },
    created: { sql: customers.onboardedAt, kind: "instant", sort: true, filter: "days" },
    modified: { sql: customers.statusChangedAt, kind: "instant", sort: true, filter: "days" },
    data_accepted: { sql: customers.dataAcceptedAt, kind: "instant", filter: "days" },
    commercial_accepted: { sql: customers.commercialAcceptedAt, kind: "instant", filter: "days" },
  },
  defaultSort: { column: "created", direction: "desc" },
});
