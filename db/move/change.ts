import "server-only";
import { and, desc, eq, like, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { Moved } from "#db/move/record";
import { history } from "#db/schema/history";

/** The last move of a record: who made it, when, which event, to which status. */
export type Change = { email: string; at: string; event: string; to: string };

/** An edit of an offer or a product stands in the history as well, and moves nothing. */
export const isMove = sql`${history.details} ? 'to'`;

export async function findChange(tx: Tx, { entity, code, status }: Moved): Promise<Change> {
  const [last] = await tx
    .select({ email: history.email, at: history.at, action: history.action })
    .from(history)
    .where(and(eq(history.record, code), like(history.action, `${entity}.%`), isMove))
    .orderBy(desc(history.id))
    .limit(1);
  return { email: last?.email ?? "", at: last?.at ?? "", event: last?.action.slice(entity.length + 1) ?? "", to: status };
}
