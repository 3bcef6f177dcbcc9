import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client";
import { requests } from "#db/schema/request";
import { profileDeeds, type Written } from "#db/write/profile";
import type { Actor } from "#lib/domain/actor";

/** What a form of a customer's page came to, by its key, to whoever sent it. */
export async function findWritten({ subject }: Actor, key: string): Promise<Written | undefined> {
  const [found] = await db
    .select({ answer: requests.answer })
    .from(requests)
    .where(and(eq(requests.key, key), eq(requests.owner, subject)));
  const written = found?.answer as Written | undefined;
  return written !== undefined && profileDeeds.includes(written.did) ? written : undefined;
}
