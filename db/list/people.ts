import "server-only";
import { recordsOf } from "#db/list/records";
import { customers } from "#db/schema/customer";

/** What the lists of pre-customers and of customers have in common: one person, one row, through life. */
export const people = {
  ...recordsOf("customer", customers),
  search: customers.search,
};
