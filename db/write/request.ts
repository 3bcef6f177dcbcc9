import "server-only";
import { createHash } from "node:crypto";
import { lt, sql } from "drizzle-orm";
import pg from "pg";
import type { Db, Tx } from "#db/client";
import { question, run } from "#db/question";
import { Refused } from "#db/refused";
import { requests } from "#db/schema/request";
import type { Doer } from "#db/write/history";

type Subject = Pick<Doer, "subject">;

/** A form as it was sent: the key that its page gave it, and all that it says. */
export type Request = { key: string; body: unknown };

/** Of the form with a key: the answer it got, or that another one was sent under it; undefined when it is new. */
export async function answered(
  db: Db | Tx,
  asking: Subject | Promise<Subject>,
  request: Request,
): Promise<{ answer: unknown } | "reused" | undefined> {
  const [[found], { subject }] = await Promise.all([findRequest(db, { key: request.key }), asking]);
  if (found === undefined) return undefined;
  const isSame = found.owner === subject && found.bodyHash === hashOf(request);
  return isSame ? { answer: found.answer } : "reused";
}

/** Keeps the answer of a form that was acted on, in the transaction that did, which is over when another took the key meanwhile. */
export async function answer(tx: Tx, { subject }: Subject, request: Request, given: unknown): Promise<void> {
  const row = { key: request.key, owner: subject, bodyHash: hashOf(request), answer: JSON.stringify(given) };
  // A week is enough for any second try. Before the answer, so that it cannot fail because that does.
  const isTidying = Math.random() < 0.01;
  const tidying = isTidying && run(tx, tx.delete(requests).where(lt(requests.at, sql`now() - interval '7 days'`)));
  const keeping = addRequest(tx, row).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && error.code === uniqueViolation) throw new Refused([{ rule: "key_reused" }]);
    throw error;
  });
  await Promise.all([tidying, keeping]);
}

const findRequest = question<{ owner: string; bodyHash: string; answer: unknown }>(
  "find_request",
  sql`select owner, body_hash as "bodyHash", answer from requests where key = ${sql.placeholder("key")}`,
);

const uniqueViolation = "23505";

const addRequest = question(
  "add_request",
  sql`insert into requests (key, owner, body_hash, answer) values (${sql.placeholder("key")}, ${sql.placeholder("owner")},
    ${sql.placeholder("bodyHash")}, ${sql.placeholder("answer")})`,
);

/** With the key, which is nowhere twice, so that equal words give unlike hashes. */
const hashOf = ({ key, body }: Request) => createHash("sha256").update(key).update(JSON.stringify(body)).digest("hex");
