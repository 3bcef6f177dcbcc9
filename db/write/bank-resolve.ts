import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { openMoving } from "#db/move/open";
import { Refused } from "#db/refused";
import { bankRows } from "#db/schema/bank";
import { prePayments } from "#db/schema/pre-payment";
import { type Added, add } from "#db/write/addition";
import { targetErased } from "#db/write/bank-erasure";
import { payRow } from "#db/write/bank-pay";
import type { Deed } from "#db/write/history";
import { lockPayable } from "#db/write/pre-payment";
import type { Dismissal } from "#lib/bank/state";
import type { Actor } from "#lib/domain/actor";
import type { Day } from "#lib/domain/day";
import { hasDecimals } from "#lib/domain/money";

type Assigned = { row: string; code: string };

/** Gives a row of a bank's file the credit or account that it was for: its payment is made as if the file had named it. */
export function assignRow(actor: Actor, { row: id, code }: Assigned, key: string): Promise<Added> {
  const form = { needs: "payment:operate", module: "import", said: { id, code }, key } as const;
  return add(actor, form, async (tx) => {
    // The customer is locked before the row, as by who erases them.
    const payable = await lockPayable(tx, code);
    const row = await takeRow(tx, id, actor, { state: "assigned" });
    if (payable === undefined) throw new Refused([{ rule: "target_none" }]);
    const { since, decimals } = payable;
    if (row.datedOn < since) throw new Refused([{ rule: "row_too_early", values: { firstDate: since } }]);
    if (!hasDecimals(row.amount, decimals)) throw new Refused([{ rule: "row_decimals", values: { decimals } }]);
    const paid = await payRow(await openMoving(tx, undefined), actor, payable, { ...row, datedOn: row.datedOn as Day });
    const erased = payable.customerStatus === "deleted" ? { target: targetErased(row.target), reference: null } : {};
    await tx
      .update(bankRows)
      .set({ prePaymentId: paid.id, ...erased })
      .where(eq(bankRows.id, id));
    const [made] = await tx.select({ code: prePayments.code }).from(prePayments).where(eq(prePayments.id, paid.id));
    const details = { line: `${row.line}`, pre_payment: made?.code ?? "" };
    const deed: Deed = { action: "bank_row.assigned", module: "import", record: row.importId, details };
    return { code: row.importId, deed: { ...deed, customer: payable.customerCode } };
  });
}

/** Sets a row aside of which no payment is to be made. */
export function dismissRow(
  actor: Actor,
  { row: id, dismissal }: { row: string; dismissal: Dismissal },
  key: string,
): Promise<Added> {
  const form = { needs: "payment:operate", module: "import", said: { id, dismissal }, key } as const;
  return add(actor, form, async (tx) => {
    const row = await takeRow(tx, id, actor, { state: "dismissed", dismissal });
    const details = { line: `${row.line}`, dismissal };
    return { code: row.importId, deed: { action: "bank_row.dismissed", module: "import", record: row.importId, details } };
  });
}

type Resolved = { state: "assigned" } | { state: "dismissed"; dismissal: Dismissal };

/** The row, which only one takes. */
async function takeRow(tx: Tx, id: string, { email }: Actor, resolved: Resolved): Promise<typeof bankRows.$inferSelect> {
  const [taken] = await tx
    .update(bankRows)
    .set({ ...resolved, resolvedEmail: email, resolvedAt: sql`now()` })
    .where(and(eq(bankRows.id, id), eq(bankRows.state, "unmatched")))
    .returning();
  if (taken === undefined) throw new Refused([{ rule: "row_over" }]);
  return taken;
}
