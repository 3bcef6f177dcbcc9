import type { violations } from "#db/schema/violation";
import type { Random } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";
import type { ViolationRule } from "#lib/domain/violation";

/** In the order of the copied columns; a comment is sealed, and added where there is one. */
export const violationFields = [
  "id",
  "customerId",
  "rule",
  "isFraud",
  "recordedEmail",
  "recordedAt",
  "resolvedEmail",
  "resolvedAt",
] as const satisfies (keyof typeof violations.$inferSelect)[];

export type ViolationRow = Pick<typeof violations.$inferSelect, (typeof violationFields)[number]>;

const rules: Record<"fraud" | "other", [ViolationRule, ...ViolationRule[]]> = {
  fraud: ["identity_theft", "forged_document", "stolen_card_use"],
  other: ["false_contact_data", "expired_document", "third_party_use"],
};

/** One that is open. */
export function violationFrom(random: Random, customerId: string, isFraud: boolean, recordedAt: string): ViolationRow {
  const rule = random.pick(rules[isFraud ? "fraud" : "other"]);
  const id = uuidFrom(random);
  return { id, customerId, rule, isFraud, recordedEmail: operator, recordedAt, resolvedEmail: null, resolvedAt: null };
}

/** Who is said to have recorded what operators record. */
export const operator = "business-account@demo.example";
export const otherOperator = "super-admin@demo.example";
