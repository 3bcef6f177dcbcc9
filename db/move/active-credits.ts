import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { customers } from "#db/schema/customer";

/** Counts the active credits of a customer anew, as their list shows them. */
export async function countActiveCredits(tx: Tx, customerId: string): Promise<void> {
  const active = sql`(select count(*)::int from credits where customer_id = ${customerId} and status = 'active')`;
  await tx.update(customers).set({ activeCredits: active }).where(eq(customers.id, customerId));
}
