import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { statementName, together } from "#db/client";
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
  const ask = can(actor, "pii:read") ? askInClear : askMasked;
  const [[found], { rules }] = await Promise.all([ask.execute({ code }), findRules(together)]);
  if (found === undefined) return undefined;
  const names = { firstName: found.firstName ?? "", lastName: found.lastName ?? "" };
  const asked = requirements.filter((each) => isRequired(rules, each));
  // A mask leaves what is empty empty, so what is missing shows through it.
  const missing = missingRequirements({ ...found, ...names }, asked);
  return { ...found, ...names, name: found.name ?? "", asked, missing };
}

export type FoundCustomer = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;

const askInClear = personQuestion("person_in_clear", (_, column) => column);
const askMasked = personQuestion("person_masked", masked);

function personQuestion(name: string, shown: (kind: ColumnKind, column: SQL) => SQL) {
  const seen = (kind: ColumnKind, column: PgColumn) => shown(kind, sql`${column}`) as SQL<string | null>;
  return together
    .select({
      id: customers.id,
      code: customers.code,
      externalId: customers.externalId,
      status: customers.status,
      name: seen("name", customers.name),
      firstName: seen("name", customers.firstName),
      lastName: seen("name", customers.lastName),
      idType: customers.idType,
      nationalId: seen("national_id", customers.nationalId),
      phone: seen("phone", customers.phone),
      email: seen("email", customers.email),
      address: seen("address", customers.address),
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
    .where(eq(customers.code, sql.placeholder("code")))
    .prepare(statementName(name));
}
