import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { paidSince } from "#db/facts/paid-since";
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
      paid: sql`${paidSince(sql`${promises}`)}`.mapWith(minorFrom),
    })
    .from(promises)
    .innerJoin(customers, eq(customers.id, promises.customerId))
    .where(eq(promises.code, code));
  return found;
}
