import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { DatabaseError } from "pg";
import { db, type Tx } from "#db/client";
import type { Moved } from "#db/move/record";
import { findDetails, versionOf } from "#db/read/person";
import { findRules } from "#db/read/rules";
import { Refused, refuseIf } from "#db/refused";
import { customers } from "#db/schema/customer";
import { history } from "#db/schema/history";
import { type ProfileOutcome, type VerifiedField, verifiedFields, writeProfile } from "#db/write/profile";
import { seal } from "#db/write/seal";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { missingRequirements, requirements } from "#lib/domain/requirement";
import { isRequired } from "#lib/domain/rules";
import { detailOf, type PersonDetails, type PersonField, personFields, readTyped, type Typed } from "#lib/onboarding/typed";

/** What an operator typed of a person, on a form that showed them in a version. */
export type Edit = { code: string; version: string; typed: Typed };

/** Edits what is known of a person; the history keeps the names of the fields, and under their key what was and is. */
export async function editPerson(actor: Actor, { code, ...said }: Edit, key: string): Promise<ProfileOutcome> {
  try {
    return await writeProfile(actor, { code, did: "person.edited", needs: "pii:edit", said, key }, (tx, customer) =>
      edit(tx, customer, said),
    );
  } catch (error) {
    if (!isTaken(error)) throw error;
    return { ok: false, refusals: [await namingHolder(said.typed)] };
  }
}

async function edit(tx: Tx, { id, code, status }: Moved, { version, typed }: Omit<Edit, "code">) {
  const typedPerson = personIn(typed);
  const before = await findDetails(tx, id);
  if (versionOf(before) !== version) throw new Refused([await namingEditor(tx, code)]);
  const { person, unverified } = unverifiedIn(typedPerson, before);
  const fields = personFields.filter((field) => before[detailOf[field]] !== person[detailOf[field]]);
  if (fields.length === 0) throw new Refused([{ rule: "nothing_edited" }]);
  if (status !== "unregistered") await refuseEmptied(tx, before, person);
  await tx.update(customers).set(person).where(eq(customers.id, id));
  const words = JSON.stringify({ before: among(before, fields), after: among(person, fields) });
  return { details: { fields }, sealed: await seal(tx, id, words), ...(unverified.length > 0 && { unverified }) };
}

/** The box came ticked for the old value: of one that takes its place nobody has verified anything, whatever the form says. */
function unverifiedIn(person: PersonDetails, before: PersonDetails): { person: PersonDetails; unverified: VerifiedField[] } {
  const isReplaced = (field: VerifiedField) => ![null, person[field]].includes(before[field]);
  const lost = verifiedFields.filter((field) => isReplaced(field) && person[flagOf[field]]);
  return { person: { ...person, ...Object.fromEntries(lost.map((field) => [flagOf[field], false])) }, unverified: lost };
}

/** The person who was typed; each field that cannot be read is refused. */
function personIn(typed: Typed): PersonDetails {
  const read = readTyped(typed);
  if (read.ok) return read.person;
  refuseIf(read.faults.map((fault) => ({ rule: "fault", values: fault })));
  throw new Error("nothing is wrong with what cannot be read");
}

/** A customer stays what the project asks one to be; what is verified may change with what it was verified of. */
async function refuseEmptied(tx: Tx, before: PersonDetails, after: PersonDetails): Promise<void> {
  const { rules } = await findRules(tx);
  const asked = requirements.filter((each) => isRequired(rules, each) && !each.endsWith("_verified"));
  const lacks = (person: PersonDetails) => missingRequirements({ ...person, dataAcceptedAt: null, activatedAt: null }, asked);
  const emptied = lacks(after).filter((each) => !lacks(before).includes(each));
  refuseIf(emptied.map((each) => ({ rule: "emptied", values: { requirement: each } })));
}

const flagOf = { phone: "isPhoneVerified", email: "isEmailVerified" } as const satisfies Record<
  VerifiedField,
  keyof PersonDetails
>;

const among = (person: PersonDetails, fields: readonly PersonField[]) =>
  Object.fromEntries(fields.map((field) => [field, person[detailOf[field]]]));

async function namingEditor(tx: Tx, code: string): Promise<Refusal> {
  const [last] = await tx
    .select({ email: history.email, at: history.at })
    .from(history)
    .where(and(eq(history.record, code), eq(history.action, "person.edited")))
    .orderBy(desc(history.id))
    .limit(1);
  return last === undefined ? { rule: "edited" } : { rule: "edited_by", values: last };
}

const isTaken = (error: unknown) =>
  error instanceof Error && error.cause instanceof DatabaseError && error.cause.constraint === "customers_national_id";

async function namingHolder(typed: Typed): Promise<Refusal> {
  const { idType, nationalId } = personIn(typed);
  const [holder] =
    idType === null || nationalId === null
      ? []
      : await db
          .select({ customer: customers.code })
          .from(customers)
          .where(and(eq(customers.idType, idType), eq(customers.nationalId, nationalId)));
  return { rule: "national_id_taken", values: { customer: holder?.customer ?? "" } };
}
