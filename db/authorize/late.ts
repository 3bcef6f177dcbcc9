import "server-only";
import { eq } from "drizzle-orm";
import type { Told } from "#db/authorize/receive";
import { cardMessages } from "#db/schema/card-message";
import { flag, unflag } from "#db/settle/flag";
import { storedValues } from "#lib/history";

/** An authorization that comes after its settlement explains it; one that comes after its reversal has nothing to hold. */
export async function settleLateAuthorization({ tx, desk, message }: Told): Promise<void> {
  for (const { id, kind, outcome, creditId, amount } of desk.purchase) {
    if (kind === "reversal" && outcome === "waiting")
      await tx.update(cardMessages).set({ outcome: "released" }).where(eq(cardMessages.id, id));
    if (kind !== "settlement" || creditId === null || !(await unflag(tx, creditId, "no_authorization"))) continue;
    const settled = BigInt(amount);
    if (settled !== message.amountMinor) await flag(tx, creditId, "amount_differs", { authorized: message.amountMinor, settled });
  }
}

/** A reversal that came before its authorization, and is not of all of it. */
export async function refusePartialReversals({ tx, desk, message }: Told): Promise<void> {
  for (const { id, kind, outcome, amount } of desk.purchase) {
    if (kind !== "reversal" || outcome !== "waiting") continue;
    const refusals = [{ rule: "reversal_differs", values: storedValues({ amount: BigInt(amount), held: message.amountMinor }) }];
    await tx.update(cardMessages).set({ outcome: "refused", refusals }).where(eq(cardMessages.id, id));
  }
}
