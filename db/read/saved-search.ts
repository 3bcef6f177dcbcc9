import "server-only";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client";
import { savedSearches } from "#db/schema/saved-search";
import type { Actor } from "#lib/domain/actor";

/** The words that an id stands for, to their owner alone. */
export async function findSearch({ subject }: Actor, list: string, id: string): Promise<string | undefined> {
  const mine = and(eq(savedSearches.id, id), eq(savedSearches.owner, subject), eq(savedSearches.list, list));
  const [saved] = await db.select({ words: savedSearches.words }).from(savedSearches).where(mine);
  return saved === undefined ? undefined : (JSON.parse(saved.words) as string);
}
