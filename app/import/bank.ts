import "server-only";
import { randomUUID } from "node:crypto";
import { assignBankRow, dismissBankRow } from "#app/import/actions";
import { countBank, listUnmatched, listWaitingRows } from "#db/read/bank";
import type { ShownBank } from "#lib/bank/shown";
import { type Actor, can } from "#lib/domain/actor";

const shownRows = 100;

/** What came of a bank's file, with forms for whoever may resolve what it left. */
export async function openBank(actor: Actor, id: string, way: Pick<ShownBank, "t" | "format">): Promise<ShownBank> {
  const [counts, unmatched, waiting] = await Promise.all([
    countBank(id),
    listUnmatched(id, shownRows),
    listWaitingRows(id, shownRows),
  ]);
  const form = (action: typeof assignBankRow, row: string) =>
    can(actor, "payment:operate") ? { action, sent: { row, key: randomUUID() } } : undefined;
  return {
    ...way,
    counts,
    unmatched: unmatched.map((row) => ({
      ...row,
      assign: form(assignBankRow, row.id),
      dismiss: form(dismissBankRow, row.id),
    })),
    waiting,
  };
}
