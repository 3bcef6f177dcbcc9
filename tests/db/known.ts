import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { findDetails, versionOf } from "#db/read/person";
import { customers } from "#db/schema/customer";
import { editPerson } from "#db/write/person";
import type { Actor } from "#lib/domain/actor";
import { type PersonDetails, typedFrom } from "#lib/onboarding/typed";
import { addCustomer } from "#tests/db/portfolio";

/** All that can be known of a person but their document, which each has their own. */
export const known = {
  firstName: "María José",
  lastName: "Ñungo",
  idType: "cc",
  phone: "+573001234567",
  email: "maria@mail.example",
  address: "Calle 1 # 2-3",
  isPhoneVerified: true,
  isEmailVerified: true,
} as const;
let numbers = 10_000_000;
export const addKnown = (more: Partial<typeof customers.$inferInsert> = {}) =>
  addCustomer({ ...known, nationalId: `${++numbers}`, ...more });

export const rowOf = async (id: string) => (await db.select().from(customers).where(eq(customers.id, id)))[0];

/** Edits as somebody would who opened the page just now. */
export async function edit(
  actor: Actor,
  { id, code }: { id: string; code: string },
  change: Partial<PersonDetails>,
  key = randomUUID(),
) {
  const before = await findDetails(db, id);
  return editPerson(actor, { code, version: versionOf(before), typed: typedFrom({ ...before, ...change }) }, key);
}
