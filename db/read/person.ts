import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { customers } from "#db/schema/customer";
import type { PersonDetails } from "#lib/onboarding/typed";

/** What is known of a person, in clear: for who may edit it, and for what is recorded when it is shown. */
export async function findDetails(db: Db | Tx, id: string): Promise<PersonDetails> {
  const [found] = await db.select(columns).from(customers).where(eq(customers.id, id));
  if (found === undefined) throw new Error(`no customer ${id}`);
  return found;
}

/** Another one once any detail is: a form says which it was made from. */
export const versionOf = (details: PersonDetails): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.keys(columns).map((key) => details[key as keyof PersonDetails])))
    .digest("hex");

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
