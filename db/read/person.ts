import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { customers } from "#db/schema/customer";
import { type PersonDetails, type PersonField, personFields, type Typed, typedFrom } from "#lib/onboarding/typed";

/** What is known of a person, in clear: for who may edit it, and for what is recorded when it is shown. */
export async function findDetails(db: Db | Tx, id: string): Promise<PersonDetails> {
  const [found] = await db.select(columns).from(customers).where(eq(customers.id, id));
  if (found === undefined) throw new Error(`no customer ${id}`);
  return found;
}

/** Another one once any detail is, field by field: a form says which it was made from. */
export function versionOf(details: PersonDetails): string {
  const shown = typedFrom(details);
  return personFields.map((field) => digestOf(shown[field])).join(".");
}

type Merged = { typed: Record<PersonField, string>; theirs: PersonField[]; both: PersonField[]; untold: PersonField[] };

/**
 * What was typed on a form of an earlier version, over the details as they are now: of what was not changed on it, what
 * stands there now. `theirs` are those that another changed, `both` those changed differently by both, and `untold` the
 * boxes of verification of a value that is another's by now: nobody has said anything of that one.
 */
export function mergeTyped(typed: Typed, version: string, details: PersonDetails): Merged {
  const now = typedFrom(details);
  const textOf = (field: PersonField) => typed[field] ?? "";
  const shown = version.split(".");
  const isShown = (field: PersonField, text: string) => digestOf(text) === shown[personFields.indexOf(field)];
  const isMine = (field: PersonField) => !isShown(field, textOf(field)) && textOf(field) !== now[field];
  const isTheirs = (field: PersonField) => !isShown(field, now[field]);
  const isUntold = (field: PersonField) => {
    const of = field.replace(/_verified$/, "") as PersonField;
    return of !== field && isMine(field) && isTheirs(of) && !isMine(of);
  };
  const kept = personFields.filter((field) => isMine(field) && !isUntold(field));
  return {
    typed: { ...now, ...Object.fromEntries(kept.map((field) => [field, textOf(field)])) },
    theirs: personFields.filter((field) => isTheirs(field) && !isMine(field)),
    both: kept.filter(isTheirs),
    untold: personFields.filter(isUntold),
  };
}

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 16);

const columns = {
  firstName: customers.firstName,
  lastName: customers.lastName,
  idType: customers.idType,
  nationalId: customers.nationalId,
  phone: customers.phone,
  isPhoneVerified: customers.isPhoneVerified,
  email: customers.email,
  isEmailVerified: customers.isEmailVerified,
  address: customers.address,
};
