import { pgTable, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "#db/schema/column";
import { customers } from "#db/schema/customer";

/**
 * The key under which what is personal in history, comments, notes and approvals is kept. Erasure destroys it, and all
 * of that with it; so it stays out of ordinary backups.
 */
export const customerKeys = pgTable("customer_keys", {
  customerId: uuid("customer_id")
    .primaryKey()
    .references(() => customers.id),
  key: bytes("key"),
  destroyedAt: instant("destroyed_at"),
});
