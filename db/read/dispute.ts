import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import type { Moved } from "#db/move/record";
import { disputes } from "#db/schema/credit";

/** The dispute that is open of a record: of a credit there is one at most, of all else none. */
export async function findOpenDispute(within: Db | Tx, { entity, id }: Moved): Promise<string | undefined> {
  if (entity !== "credit") return undefined;
  const open = and(eq(disputes.creditId, id), isNull(disputes.decidedAt));
  const [found] = await within.select({ id: disputes.id }).from(disputes).where(open);
  return found?.id;
}
