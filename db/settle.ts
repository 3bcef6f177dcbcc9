import "server-only";
import { eq } from "drizzle-orm";
import type { Kept } from "#db/authorize/desk";
import { type Received, receive, type Told } from "#db/authorize/receive";
import type { Tx } from "#db/client";
import { lend } from "#db/effects/pre-loan";
import type { Moving } from "#db/move/moving";
import { Refused } from "#db/refused";
import { cardMessages } from "#db/schema/card-message";
import { preLoans } from "#db/schema/pre-loan";
import { type Booked, book, codeOf } from "#db/settle/book";
import { flag } from "#db/settle/flag";
import { refund } from "#db/settle/refund";
import type { Doer } from "#db/write/history";
import type { CardMessage } from "#lib/domain/card-message";
import type { Day } from "#lib/domain/day";

/**
 * Books a purchase that was settled as a credit of its own: always, whatever a status has become since, and marked for an
 * operator where it was not authorized or for another amount. The hold is released.
 */
export function settle(doer: Doer, message: CardMessage): Promise<Received> {
  return receive(doer, "settlement", message, (told) =>
    book(told, async (moving, _, on) => {
      const made = await lendPurchase(told, moving, on);
      await settleWaiting(told, moving, made.creditId, on);
      return { ...made, outcome: "booked", action: "settlement.booked" };
    }),
  );
}

async function lendPurchase(told: Told, moving: Moving, on: Day): Promise<Pick<Booked, "preLoanId"> & { creditId: string }> {
  const { tx, desk, message } = told;
  const { amountMinor: settled } = message;
  const authorization = openAuthorization(desk.purchase);
  if (authorization?.request == null) {
    const creditId = await lendUnasked(told, moving, on);
    await flag(tx, creditId, "no_authorization");
    return { creditId };
  }
  const authorized = BigInt(authorization.amount);
  if (authorization.requestStatus === "pending") {
    const cause = { rule: "settled", values: { amount: settled } };
    await moving.step("pre_loan", authorization.request, "confirm", { cause, said: { settled: { amountMinor: settled, on } } });
    await Promise.all(moving.writes);
  }
  const { id: preLoanId, creditId } = await findRequest(tx, authorization.request);
  if (creditId === null) throw new Error(`${authorization.request} became no credit`);
  if (settled !== authorized) await flag(tx, creditId, "amount_differs", { authorized, settled });
  return { creditId, preLoanId };
}

/** The hold that a settlement is of; or the credit that an operator made of it by hand, if no other settlement was of that. */
function openAuthorization(purchase: readonly Kept[]): Kept | undefined {
  const isSettled = purchase.some(({ kind }) => kind === "settlement");
  const asked = purchase.filter(({ kind, outcome }) => kind === "authorization" && outcome === "approved");
  const pending = asked.find(({ requestStatus }) => requestStatus === "pending");
  return pending ?? (isSettled ? undefined : asked.find(({ requestStatus }) => requestStatus === "completed"));
}

function lendUnasked({ desk, message }: Told, moving: Moving, on: Day): Promise<string> {
  const { offer, customerId, accountId, heirId } = desk;
  if (offer === null) throw new Refused([{ rule: "no_offer" }]);
  return lend(moving, {
    ...{ customerId, accountId, cardId: heirId, offerId: offer.id, amount: message.amountMinor },
    ...{ instalments: offer.instalments, disbursedOn: on, firstDueOn: null },
  });
}

async function findRequest(tx: Tx, code: string) {
  const [found] = await tx.select({ id: preLoans.id, creditId: preLoans.creditId }).from(preLoans).where(eq(preLoans.code, code));
  if (found === undefined) throw new Error(`no request ${code}`);
  return found;
}

/** What came before the settlement and waited for it: a refund is made now, a reversal comes too late. */
async function settleWaiting({ tx, desk }: Told, moving: Moving, creditId: string, on: Day): Promise<void> {
  for (const { id, kind, outcome, amount } of desk.purchase) {
    if (outcome !== "waiting") continue;
    if (kind === "refund") await refund(moving, { messageId: id, creditId, amount: BigInt(amount), on });
    if (kind === "reversal") await flag(tx, creditId, "reversed_late");
    await tx
      .update(cardMessages)
      .set(
        kind === "refund"
          ? { outcome: "booked", creditId }
          : {
              outcome: "refused",
              refusals: [{ rule: "settled_already", values: { credit: await codeOf(tx, creditId) } }],
              creditId,
            },
      )
      .where(eq(cardMessages.id, id));
  }
}
