import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client";
import { masked } from "#db/list/mask";
import { findRules } from "#db/read/rules";
import { customers } from "#db/schema/customer";
import { type Actor, can } from "#lib/domain/actor";
import { missingRequirements, requirements } from "#lib/domain/requirement";
import { isRequired } from "#lib/domain/rules";
import type { ColumnKind } from "#lib/list/view";

/**
 * One person by ID, with what the project asks of whoever wants to be a customer and what of it is still missing; masked
 * for whoever may not see personal data.
 */
export async function findCustomer(actor: Actor, code: string) {
  const seen = (kind: ColumnKind, column: SQL) => (can(actor, "pii:read") ? column : masked(kind, column)) as SQL<string | null>;
  const [[found], { rules }] = await Promise.all([
    db
      .select({
        id: customers.id,
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
        heldAt: customers.heldAt,
      })
      .from(customers)
      .where(eq(customers.code, code)),
    findRules(db),
  ]);
  if (found === undefined) return undefined;
  const names = { firstName: found.firstName ?? "", lastName: found.lastName ?? "" };
  const asked = requirements.filter((each) => isRequired(rules, each));
  // A mask leaves what is empty empty, so what is missing shows through it.
  const missing = missingRequirements({ ...found, ...names }, asked);
  return { ...found, ...names, name: found.name ?? "", asked, missing };
}

export type FoundCustomer = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;
