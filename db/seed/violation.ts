import type { violations } from "#db/schema/violation";
import type { Random } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";

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

const rules: Record<"fraud" | "other", [string, ...string[]]> = {
  fraud: ["Suplantación de identidad", "Documento adulterado", "Compras con una tarjeta ajena"],
  other: ["Datos de contacto que no son suyos", "Documento de identidad vencido", "Crédito usado por un tercero"],
};

/** One that is open. */
export function violationFrom(random: Random, customerId: string, isFraud: boolean, recordedAt: string): ViolationRow {
  const rule = random.pick(rules[isFraud ? "fraud" : "other"]);
  const id = uuidFrom(random);
  return { id, customerId, rule, isFraud, recordedEmail: operator, recordedAt, resolvedEmail: null, resolvedAt: null };
}

/** Who is said to have recorded what operators record. */
export const operator = "business-account@demo.example";
