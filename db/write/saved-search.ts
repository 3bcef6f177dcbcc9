import "server-only";
import { createHash } from "node:crypto";
import { inArray, lt, sql } from "drizzle-orm";
import { db } from "#db/client";
import { savedSearches } from "#db/schema/saved-search";
import type { Actor } from "#lib/domain/actor";

/** Keeps the words of a search for their owner and gives the id that stands for them in an address. */
export async function saveSearch({ subject }: Actor, list: string, words: string): Promise<string> {
  const kept = JSON.stringify(words);
  const [saved] = await db
    .insert(savedSearches)
    .values({ owner: subject, list, words: kept, wordsHash: createHash("sha256").update(kept).digest("hex") })
    .onConflictDoUpdate({
      target: [savedSearches.owner, savedSearches.list, savedSearches.wordsHash],
      set: { usedAt: sql`now()` },
    })
    .returning({ id: savedSearches.id });
  if (saved === undefined) throw new Error("the search was not saved");
  // Those that an erasure is taking away are left to it.
  const old = db
    .select({ id: savedSearches.id })
    .from(savedSearches)
    .where(lt(savedSearches.usedAt, sql`now() - interval '30 days'`))
    .for("update", { skipLocked: true });
  await db.delete(savedSearches).where(inArray(savedSearches.id, old));
  return saved.id;
}
