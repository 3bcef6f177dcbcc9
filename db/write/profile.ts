import "server-only";
import { type Tx, transaction } from "#db/client";
import { follow } from "#db/move/follow";
import type { Done } from "#db/move/moving";
import { openMoving } from "#db/move/open";
import { lockMoved, type Moved } from "#db/move/record";
import { writeMoves } from "#db/move/write-moves";
import { Refused } from "#db/refused";
import { type Deed, record } from "#db/write/history";
import { may } from "#db/write/permission";
import { answer, answered } from "#db/write/request";
import type { Actor, Permission } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";

/** What a form of a customer's page did, and the moves that followed by rule. */
export type Written = { did: ProfileDeed; done: Done[] };
/** Done, it also says which status the customer is in now. */
export type ProfileOutcome = ({ ok: true; status: string } & Written) | { ok: false; refusals: [Refusal, ...Refusal[]] };

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

/** The words of a form that its deed keeps: names of things in `details`, what is personal in `sealed`. */
type Kept = Pick<Deed, "details" | "sealed">;

/** No status depends on these: nothing follows from them. */
const idle: readonly ProfileDeed[] = ["person.revealed", "note.added"];

/**
 * The one way in which a form of a customer's page writes: permission, the customer locked, once for its key, then the
 * write itself, what follows from it by rule, and the history last; all of it or, refused, none.
 */
export async function writeProfile(
  actor: Actor,
  form: ProfileForm,
  write: (tx: Tx, customer: Moved) => Promise<Kept>,
): Promise<ProfileOutcome> {
  const { needs, code: record } = form;
  if (!(await may(actor, { needs, module: sections.customer, record }))) return { ok: false, refusals: [{ rule: "permission" }] };
  try {
    return await transaction((tx) => run(tx, actor, form, write));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusals: error.refusals };
    throw error;
  }
}

async function run(
  tx: Tx,
  actor: Actor,
  { code, did, said, key }: ProfileForm,
  write: (tx: Tx, customer: Moved) => Promise<Kept>,
): Promise<ProfileOutcome> {
  const customer = await lockMoved(tx, "customer", code);
  if (customer === undefined) throw new Refused([{ rule: "unknown" }]);
  const request = { key, body: { code, did, said } };
  const before = await answered(tx, actor, request);
  if (before === "reused") throw new Refused([{ rule: "key_reused" }]);
  if (before !== undefined) return { ok: true, status: customer.status, ...(before.answer as Written) };
  if (customer.status === "deleted") throw new Refused([{ rule: "deleted" }]);
  const kept = await write(tx, customer);
  const moving = await openMoving(tx, actor);
  if (!idle.includes(did)) await follow(moving, customer.id);
  await Promise.all(moving.writes);
  const given: Written = { did, done: moving.done };
  await answer(tx, actor, request, given);
  await record(tx, actor, { action: did, module: sections.customer, record: code, customer: code, ...kept });
  if (given.done.length > 0) await writeMoves(moving, actor, { details: {} });
  return { ok: true, status: given.done.findLast((each) => each.code === code)?.to ?? customer.status, ...given };
}
