import "server-only";
import type { Kept } from "#db/authorize/desk";
import { type Received, receive, type Told } from "#db/authorize/receive";
import type { Moving } from "#db/move/moving";
import { type Booked, book } from "#db/settle/book";
import { flag } from "#db/settle/flag";
import { refund } from "#db/settle/refund";
import type { Doer } from "#db/write/history";
import type { CardMessage } from "#lib/domain/card-message";

/** Takes a purchase back before it is settled: its hold is released. One that is settled already can only be refunded. */
export function reverseAuthorization(doer: Doer, message: CardMessage): Promise<Received> {
  return receive(doer, "reversal", message, (told) => book(told, (moving) => release(told, moving)));
}

async function release({ tx, desk, message }: Told, { step }: Moving): Promise<Booked> {
  const action = "authorization.reversed";
  const credit = creditIn(desk.purchase);
  if (credit !== undefined) {
    await flag(tx, credit.id, "reversed_late");
    const refusals = [{ rule: "settled_already", values: { credit: credit.code } }];
    return { outcome: "refused", refusals, creditId: credit.id, action: "authorization.not_reversed" };
  }
  const asked = desk.purchase.filter(({ kind }) => kind === "authorization");
  const held = asked.find(({ requestStatus }) => requestStatus === "pending");
  if (held?.request == null) return { outcome: asked.length > 0 ? "released" : "waiting", action };
  const amount = BigInt(held.amount);
  if (message.amountMinor !== amount) {
    const refusals = [{ rule: "reversal_differs", values: { amount: message.amountMinor, held: amount } }];
    return { outcome: "refused", refusals, action: "authorization.not_reversed" };
  }
  const cause = { rule: "reversed_by_merchant", values: { amount } };
  await step("pre_loan", held.request, "reject", { reason: "reversed_by_merchant", cause, said: { isReversedByMerchant: true } });
  return { outcome: "released", action };
}

/** Refunds a purchase that was settled, in whole or in part; one whose settlement has not come yet waits for it. */
export function refundPurchase(doer: Doer, message: CardMessage): Promise<Received> {
  return receive(doer, "refund", message, (told) =>
    book(told, async (moving, messageId, on): Promise<Booked> => {
      const credit = creditIn(told.desk.purchase);
      if (credit === undefined) return { outcome: "waiting", action: "purchase.refund_waits" };
      const details = await refund(moving, { messageId, creditId: credit.id, amount: message.amountMinor, on });
      return { outcome: "booked", creditId: credit.id, action: "purchase.refunded", details };
    }),
  );
}

/** What a purchase has become, by its settlement or by an operator's hand. */
function creditIn(purchase: readonly Kept[]): { id: string; code: string } | undefined {
  const kept = purchase.find(({ kind, creditId }) => (kind === "settlement" || kind === "authorization") && creditId !== null);
  return kept?.creditId == null || kept.credit === null ? undefined : { id: kept.creditId, code: kept.credit };
}
