import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client";
import { masked } from "#db/list/mask";
import { customers } from "#db/schema/customer";
import { type Actor, can } from "#lib/domain/actor";
import { missingRequirements } from "#lib/domain/requirement";
import type { ColumnKind } from "#lib/list/view";

/** One person by ID, with what is still missing to be a customer; masked for whoever may not see personal data. */
export async function findCustomer(actor: Actor, code: string) {
  const seen = (kind: ColumnKind, column: SQL) => (can(actor, "pii:read") ? column : masked(kind, column)) as SQL<string | null>;
  const [found] = await db
    .select({
      code: customers.code,
      externalId: customers.externalId,
      status: customers.status,
      name: seen("name", sql`${customers.name}`),
      firstName: seen("name", sql`${customers.firstName}`),
      lastName: seen("name", sql`${customers.lastName}`),
      idType: customers.idType,
      nationalId: seen("national_id", sql`${customers.nationalId}`),
      phone: seen("phone", sql`${customers.phone}`),
      email: seen("email", sql`${customers.email}`),
      address: seen("address", sql`${customers.address}`),
      isPhoneVerified: customers.isPhoneVerified,
      isEmailVerified: customers.isEmailVerified,
      dataAcceptedAt: customers.dataAcceptedAt,
      commercialAcceptedAt: customers.commercialAcceptedAt,
      activatedAt: customers.activatedAt,
      activeCredits: customers.activeCredits,
      createdAt: customers.createdAt,
      registeredAt: customers.registeredAt,
      statusChangedAt: customers.statusChangedAt,
    })
    .from(customers)
    .where(eq(customers.code, code));
  if (found === undefined) return undefined;
  const names = { firstName: found.firstName ?? "", lastName: found.lastName ?? "" };
  // A mask leaves what is empty empty, so what is missing shows through it.
  return { ...found, ...names, name: found.name ?? "", missing: missingRequirements({ ...found, ...names }) };
}
