import "server-only";
import { customers } from "#db/schema/customer";

/** What the lists of pre-customers and of customers have in common: one person, one row, through life. */
export const people = {
  record: "customer",
  from: customers,
  id: customers.id,
  code: customers.code,
  search: customers.search,
  status: customers.status,
  pageSize: 50,
} as const;
