import "server-only";
import { db, type Tx } from "#db/client";
import { follow } from "#db/move/follow";
import type { Done } from "#db/move/moving";
import { openMoving } from "#db/move/open";
import { findMoved, lockMoved, type Moved } from "#db/move/record";
import { ruleDeeds } from "#db/move/write-moves";
import { Refused } from "#db/refused";
import type { Deed } from "#db/write/history";
import { type Outcome, writeOnce } from "#db/write/once";
import type { Actor, Permission } from "#lib/domain/actor";
import { sections } from "#lib/domain/section";

/** What a form of a customer's page did, and the moves that followed by rule. */
export type Written = { did: ProfileDeed; done: Done[]; unverified?: readonly VerifiedField[] };
/** What somebody verifies of a person: a new value loses that the old one was. */
export const verifiedFields = ["phone", "email"] as const;
export type VerifiedField = (typeof verifiedFields)[number];
/** Done, it also says which status the customer is in now. */
export type ProfileOutcome = Outcome<Written & { status: string }>;

export const profileDeeds = [
  "person.edited",
  "person.revealed",
  "consent.recorded",
  "consent.withdrawn",
  "registration.activated",
  "violation.recorded",
  "violation.resolved",
  "note.added",
] as const;
type ProfileDeed = (typeof profileDeeds)[number];

/** A form of a customer's page: of whom, what it does, who may, and all that it says, under its key. */
export type ProfileForm = { code: string; did: ProfileDeed; needs: Permission; said: unknown; key: string };

/** The words of a form that its deed keeps: names of things in `details`, what is personal in `sealed`; and what it says besides. */
type Kept = Pick<Deed, "details" | "sealed"> & Pick<Written, "unverified">;

/** No status depends on these: nothing follows from them. */
const idle: readonly ProfileDeed[] = ["person.revealed", "note.added"];

/** Writes to a customer, locked, as a form of their page asks, once for its key, and lets follow what does by rule. */
export async function writeProfile(
  actor: Actor,
  { code, did, needs, said, key }: ProfileForm,
  write: (tx: Tx, customer: Moved) => Promise<Kept>,
): Promise<ProfileOutcome> {
  const attempt = { needs, module: sections.customer, record: code };
  const outcome = await writeOnce(actor, attempt, { key, body: { code, did, said } }, async (tx) => {
    const customer = await lockMoved(tx, "customer", code);
    if (customer === undefined) throw new Refused([{ rule: "unknown" }]);
    if (customer.status === "deleted") throw new Refused([{ rule: "deleted" }]);
    const { unverified, ...kept } = await write(tx, customer);
    const moving = await openMoving(tx, actor);
    if (!idle.includes(did)) await follow(moving, customer.id);
    await Promise.all(moving.writes);
    const came: Written = { did, done: moving.done, ...(unverified !== undefined && { unverified }) };
    const deed = { action: did, module: sections.customer, record: code, customer: code, ...kept };
    return { came, deeds: [deed, ...ruleDeeds(moving.done)] };
  });
  if (!outcome.ok) return outcome;
  return { ...outcome, status: (await findMoved(db, "customer", code))?.status ?? "" };
}
