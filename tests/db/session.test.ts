import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { history } from "#db/schema/history";
import { sessions } from "#db/schema/session";
import { closeSession, findSession, openSession, recordRefusal, seeSession } from "#db/write/session";
import type { Actor } from "#lib/domain/actor";

const ana: Actor = { subject: "ana", email: "ana@demo.example", name: "Ana", role: "business", ip: "10.0.0.7" };
const { ip: _, ...anaSeen } = ana;

test("a session tells whose it is and as which role", async () => {
  expect(await seeSession(await openSession(ana, "token"))).toEqual(anaSeen);
});

test("a session nobody opened is nobody's", async () => {
  expect(await seeSession(randomUUID())).toBeUndefined();
});

test.each([
  { seen: "29 minutes", opened: "29 minutes", lives: true },
  { seen: "31 minutes", opened: "31 minutes", lives: false },
  { seen: "1 minute", opened: "479 minutes", lives: true },
  { seen: "1 minute", opened: "481 minutes", lives: false },
])("seen $seen ago, opened $opened ago: lives is $lives", async ({ seen, opened, lives }) => {
  const id = await openSession(ana, "token");
  await age(id, seen, opened);
  expect(await findSession(db, id)).toEqual(lives ? anaSeen : undefined);
  expect(await seeSession(id)).toEqual(lives ? anaSeen : undefined);
});

test("being seen keeps a session from idling out, but is written at most once a minute", async () => {
  const id = await openSession(ana, "token");
  await age(id, "50 seconds", "50 seconds");
  const before = await seenAt(id);
  await seeSession(id);
  expect(await seenAt(id)).toBe(before);

  await age(id, "29 minutes", "29 minutes");
  await seeSession(id);
  expect(Date.now() - Date.parse(await seenAt(id))).toBeLessThan(60_000);
});

test("an idle session is not woken by being asked for", async () => {
  const id = await openSession(ana, "token");
  await age(id, "31 minutes", "31 minutes");
  await seeSession(id);
  expect(await seeSession(id)).toBeUndefined();
});

test("the request after sign-out finds no session; the ID token is handed out once", async () => {
  const id = await openSession(ana, "token");
  expect(await closeSession(id, ana.ip)).toBe("token");
  expect(await seeSession(id)).toBeUndefined();
  expect(await closeSession(id, ana.ip)).toBeUndefined();
});

test("signing out of one session leaves the others", async () => {
  const [one, other] = await Promise.all([openSession(ana, "one"), openSession(ana, "other")]);
  await closeSession(one, ana.ip);
  expect(await seeSession(other)).toEqual(anaSeen);
});

test("sign-in, sign-out and refusal stand in the history", async () => {
  const bea = { ...ana, subject: "bea", email: "bea@demo.example" };
  await closeSession(await openSession(bea, "token"), "10.0.0.8");
  await recordRefusal({ ...bea, role: null }, "no_role");
  const rows = await db.select().from(history).where(sql`subject = 'bea'`).orderBy(history.id);
  expect(rows.map(({ action, role, ip, details }) => ({ action, role, ip, details }))).toEqual([
    { action: "session.opened", role: "business", ip: "10.0.0.7", details: {} },
    { action: "session.closed", role: "business", ip: "10.0.0.8", details: {} },
    { action: "session.refused", role: null, ip: "10.0.0.7", details: { because: "no_role" } },
  ]);
});

const ago = (span: string) => sql`now() - ${span}::interval`;
const isThis = (id: string) => sql`${sessions.id} = ${id}`;

async function age(id: string, seen: string, opened: string) {
  await db
    .update(sessions)
    .set({ seenAt: ago(seen), createdAt: ago(opened) })
    .where(isThis(id));
}

async function seenAt(id: string) {
  const [row] = await db.select({ at: sessions.seenAt }).from(sessions).where(isThis(id));
  return row?.at ?? "";
}
