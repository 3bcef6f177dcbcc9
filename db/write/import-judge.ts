import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client";
import { customers } from "#db/schema/customer";
import { importRows } from "#db/schema/import";
import { sieveOf } from "#db/write/import-sieve";

const { importId, externalId, idType, nationalId } = importRows;

/** What the export says of a person: rows that agree in all of it say the same. */
const captured = [
  "externalId",
  "firstName",
  "lastName",
  "idType",
  "nationalId",
  "phone",
  "email",
  "address",
  "isPhoneVerified",
  "isEmailVerified",
  "dataAcceptedAt",
  "commercialAcceptedAt",
  "activatedAt",
  "createdAt",
] as const satisfies (keyof typeof importRows.$inferSelect)[];

/**
 * Compares the staged rows with each other and with what is stored. Of rows that contradict each other the first one
 * stands. What is left staged is what a commit adds.
 */
export async function judge(tx: Tx, id: string): Promise<{ repeated: number; known: number }> {
  const { takeOut, reject } = sieveOf(tx, importRows, id);
  const repeated = await takeOut(laterLines(id, [externalId], sql`content is not distinct from first_content`));
  await reject("external_id", "differs_from_line", laterLines(id, [externalId]));

  const sameId = sql`stored.external_id = staged.external_id`;
  const known = await takeOut(storedLines(id, sql`${sameId} and ${content("staged")} is not distinct from ${content("stored")}`));
  await reject("external_id", "differs_from_record", storedLines(id, sameId));
  const wasErased = sql`stored.status = 'deleted' and stored.external_id = ${erasedId(sql`staged.external_id`)}`;
  await reject("external_id", "differs_from_record", storedLines(id, wasErased));

  const samePerson = sql`stored.id_type = staged.id_type and stored.national_id = staged.national_id`;
  await reject("document_number", "same_person_as_record", storedLines(id, samePerson));
  await reject("document_number", "same_person_as_line", laterLines(id, [idType, nationalId]));
  return { repeated, known };
}

/** An external ID that told who an erased person was: enough to know them by if they are brought in again, and no more. */
export const erasedId = (external: SQL) => sql`'erased:' || encode(sha256(convert_to(${external}, 'UTF8')), 'hex')`;

/** The rows of people who are stored: the line, and the record's ID. */
const storedLines = (id: string, match: SQL) => sql`
  select staged.line, stored.code as other
  from (select * from ${importRows} where ${importId} = ${id}) staged join ${customers} stored on ${match}`;

/** The rows whose key an earlier row has too: the line, and the first one's. A key with a null is nobody's. */
function laterLines(id: string, key: readonly PgColumn[], match = sql`true`): SQL {
  const columns = sql.join(
    key.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  return sql`
    select line, first_line::text as other
    from (
      select line, ${content("staged")} as content, first_value(line) over same as first_line,
        first_value(${content("staged")}) over same as first_content
      from ${importRows} staged where import_id = ${id} and num_nulls(${columns}) = 0
      window same as (partition by ${columns} order by line)) ranked
    where line <> first_line and ${match}`;
}

const content = (table: string) =>
  sql`row(${sql.join(
    captured.map((key) => sql`${sql.identifier(table)}.${sql.identifier(importRows[key].name)}`),
    sql`, `,
  )})`;
