import { defineList } from "#db/list";
import { people } from "#db/list/people";
import { customers } from "#db/schema/customer";
import { idTypes } from "#lib/domain/customer";

export const preCustomerList = defineList({
  name: "pre-customers",
  ...people,
  statuses: ["unregistered"],
  columns: {
    code: { sql: customers.code, kind: "code" },
    name: { sql: customers.name, kind: "name", sort: true },
    phone: { sql: customers.phone, kind: "phone" },
    created: { sql: customers.createdAt, kind: "instant", sort: true, filter: "days" },
    modified: { sql: customers.statusChangedAt, kind: "instant", sort: true, filter: "days" },
    id_type: { sql: customers.idType, kind: "id_type", filter: "choice", options: idTypes },
    email: { sql: customers.email, kind: "email" },
  },
  defaultSort: { column: "created", direction: "desc" },
});
