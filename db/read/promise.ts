import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { basicsOf, codeIn, minorFrom, owner } from "#db/read/related";
import { customers } from "#db/schema/customer";
import { promises } from "#db/schema/promise";
import type { Actor } from "#lib/domain/actor";
import type { PromiseRecord } from "#lib/records";

/** A promise to pay by ID, with what was paid since it was made. */
export async function findPromise(actor: Actor, code: string): Promise<PromiseRecord | undefined> {
  const [found] = await db
    .select({
      ...basicsOf(promises),
      customer: owner(actor),
      credit: codeIn("credits", promises.creditId),
      account: codeIn("accounts", promises.accountId),
      amount: promises.amount,
      dueOn: promises.dueOn,
      paid,
    })
    .from(promises)
    .innerJoin(customers, eq(customers.id, promises.customerId))
    .where(eq(promises.code, code));
  return found;
}

// As db/facts/promise.ts counts it.
const paid = sql`(select coalesce(sum(it.amount_minor), 0) from payments it
  where it.status = 'accepted' and it.created_at >= ${promises.createdAt}
    and (it.credit_id = ${promises.creditId} or it.account_id = ${promises.accountId}))`.mapWith(minorFrom);
