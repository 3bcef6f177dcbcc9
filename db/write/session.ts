import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client";
import { question } from "#db/question";
import { sessions } from "#db/schema/session";
import { type Doer, record } from "#db/write/history";
import type { Actor } from "#lib/domain/actor";

const idleLimit = sql.raw("interval '30 minutes'");
const absoluteLimit = sql.raw("interval '8 hours'");
const seenEvery = sql.raw("interval '1 minute'");

/** Begins a session of the actor and answers its id. */
export function openSession(actor: Actor, idToken: string): Promise<string> {
  const { subject, email, name, role } = actor;
  const id = randomUUID();
  return db.transaction(async (tx) => {
    // Those long over are forgotten, and their ID tokens with them.
    await tx.delete(sessions).where(sql`${sessions.createdAt} < now() - ${absoluteLimit} * 3`);
    await tx.insert(sessions).values({ id, subject, email, name, role, idToken });
    await record(tx, actor, { action: "session.opened", module: "sign-in", details: {} });
    return id;
  });
}

/** Notes that a person whom the provider knows was not let in, and why. */
export async function recordRefusal(person: Doer, because: string): Promise<void> {
  await record(db, person, { action: "session.refused", module: "sign-in", details: { because } });
}

type Operator = Omit<Actor, "ip">;

/** Whose session it is, while it lives; that it was seen is noted once a minute, in the same statement. */
export async function seeSession(id: string): Promise<Operator | undefined> {
  const [found] = await askAndTouch(db, { id });
  return found;
}

/** The same within a transaction, which notes nothing: the page that its form leads to does. */
export async function findSession(within: Db | Tx, id: string): Promise<Operator | undefined> {
  const [found] = await askSession(within, { id });
  return found;
}

/** Ends the session, alive or idle, and answers the ID token it began with; undefined when it was ended before. */
export function closeSession(id: string, ip: string): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    const [closed] = await tx
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
      .returning();
    if (closed === undefined) return undefined;
    await record(tx, { ...closed, ip }, { action: "session.closed", module: "sign-in", details: {} });
    return closed.idToken;
  });
}

const isLive = and(
  isNull(sessions.revokedAt),
  sql`${sessions.seenAt} > now() - ${idleLimit}`,
  sql`${sessions.createdAt} > now() - ${absoluteLimit}`,
);

const touched = db
  .update(sessions)
  .set({ seenAt: sql`now()` })
  .where(and(eq(sessions.id, sql.placeholder("id")), isLive, sql`${sessions.seenAt} < now() - ${seenEvery}`))
  .getSQL();

const alive = db
  .select({ subject: sessions.subject, email: sessions.email, name: sessions.name, role: sessions.role })
  .from(sessions)
  .where(and(eq(sessions.id, sql.placeholder("id")), isLive))
  .getSQL();

const askSession = question<Operator>("find_session", alive);
const askAndTouch = question<Operator>("see_session", sql`with touched as (${touched}) ${alive}`);
