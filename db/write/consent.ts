import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { Refused } from "#db/refused";
import { customers } from "#db/schema/customer";
import { type ProfileOutcome, writeProfile } from "#db/write/profile";
import type { Actor } from "#lib/domain/actor";

/** The saving of personal data, and its use for commercial purposes. */
export const consents = ["data", "commercial"] as const;
export type Consent = (typeof consents)[number];

/** Records that a person gave a consent today. */
export function recordConsent(
  actor: Actor,
  { code, consent }: { code: string; consent: Consent },
  key: string,
): Promise<ProfileOutcome> {
  const form = { code, did: "consent.recorded", needs: "customer:operate", said: { consent }, key } as const;
  return writeProfile(actor, form, async (tx, { id }) => {
    const { [consent]: given } = await consentsOf(tx, id);
    if (given !== null) throw new Refused([{ rule: "consent_given" }]);
    await tx.update(customers).set(dated[consent]).where(eq(customers.id, id));
    return { details: { consent } };
  });
}

/** Records that a person took back the consent that they may: to commercial use. */
export function withdrawConsent(actor: Actor, { code }: { code: string }, key: string): Promise<ProfileOutcome> {
  const consent = "commercial";
  const form = { code, did: "consent.withdrawn", needs: "customer:operate", said: { consent }, key } as const;
  return writeProfile(actor, form, async (tx, { id }) => {
    if ((await consentsOf(tx, id)).commercial === null) throw new Refused([{ rule: "consent_not_given" }]);
    await tx.update(customers).set({ commercialAcceptedAt: null }).where(eq(customers.id, id));
    return { details: { consent } };
  });
}

/** Records that a pre-customer activated their account. */
export function recordActivation(actor: Actor, { code }: { code: string }, key: string): Promise<ProfileOutcome> {
  const form = { code, did: "registration.activated", needs: "customer:operate", said: {}, key } as const;
  return writeProfile(actor, form, async (tx, { id }) => {
    if ((await consentsOf(tx, id)).activated !== null) throw new Refused([{ rule: "activated_already" }]);
    await tx.update(customers).set({ activatedAt: sql`now()` }).where(eq(customers.id, id));
    return { details: {} };
  });
}

const dated = { data: { dataAcceptedAt: sql`now()` }, commercial: { commercialAcceptedAt: sql`now()` } };

async function consentsOf(tx: Tx, id: string) {
  const { dataAcceptedAt: data, commercialAcceptedAt: commercial, activatedAt: activated } = customers;
  const [found] = await tx.select({ data, commercial, activated }).from(customers).where(eq(customers.id, id));
  if (found === undefined) throw new Error(`no customer ${id}`);
  return found;
}
