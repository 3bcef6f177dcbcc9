import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client";
import { requests } from "#db/schema/request";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { valuesFrom } from "#lib/history";

type Kept = { refusals: (Omit<Refusal, "values"> & { values?: Record<string, string | number> })[] };

/** Why an approval was refused to an operator, by the key under which it was kept; nothing where it was not, or is forgotten. */
export async function findRefusals({ subject }: Actor, approval: string, key: string): Promise<Refusal[]> {
  const isOf = sql`${requests.answer} ->> 'kind' = 'refused' and ${requests.answer} ->> 'approval' = ${approval}`;
  const [found] = await db
    .select({ answer: requests.answer })
    .from(requests)
    .where(and(eq(requests.key, key), eq(requests.owner, subject), isOf));
  if (found === undefined) return [];
  const { refusals } = found.answer as Kept;
  return refusals.map(({ values, ...refusal }) => ({ ...refusal, ...(values && { values: valuesFrom(values) }) }));
}
