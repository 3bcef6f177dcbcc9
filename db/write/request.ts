import "server-only";
import { createHash } from "node:crypto";
import { eq, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { run } from "#db/question";
import { requests } from "#db/schema/request";
import type { Actor } from "#lib/domain/actor";

/** A form as it was sent: the key that its page gave it, and all that it says. */
export type Request = { key: string; body: unknown };

/** Of the form with a key: the answer it got, or that another one was sent under it; undefined when it is new. */
export async function answered(
  db: Db | Tx,
  { subject }: Actor,
  request: Request,
): Promise<{ answer: unknown } | "reused" | undefined> {
  const [found] = await db.select().from(requests).where(eq(requests.key, request.key));
  if (found === undefined) return undefined;
  const isSame = found.owner === subject && found.bodyHash === hashOf(request);
  return isSame ? { answer: found.answer } : "reused";
}

/** Keeps the answer of a form that was acted on, in the transaction that did; false when another took the key meanwhile. */
export async function answer(tx: Tx, { subject }: Actor, request: Request, given: unknown): Promise<boolean> {
  const row = { key: request.key, owner: subject, bodyHash: hashOf(request), answer: given };
  const written = await run(tx, tx.insert(requests).values(row).onConflictDoNothing());
  // A week is enough for any second try.
  if (Math.random() < 0.01) await tx.delete(requests).where(lt(requests.at, sql`now() - interval '7 days'`));
  return written === 1;
}

/** With the key, which is nowhere twice, so that equal words give unlike hashes. */
const hashOf = ({ key, body }: Request) => createHash("sha256").update(key).update(JSON.stringify(body)).digest("hex");
