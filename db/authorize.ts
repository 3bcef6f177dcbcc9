import "server-only";
import { sql } from "drizzle-orm";
import type { Desk } from "#db/authorize/desk";
import { refusePartialReversals, settleLateAuthorization } from "#db/authorize/late";
import { keepMessage, messageRow, type Received, receive, type Taken, type Told, ToldAtOnce } from "#db/authorize/receive";
import { leave } from "#db/client";
import { question } from "#db/question";
import { type Deed, type Doer, record } from "#db/write/history";
import { type AuthorizationFacts, authorizationRefusals } from "#lib/domain/authorization";
import type { CardMessage } from "#lib/domain/card-message";
import { sections } from "#lib/domain/section";
import { storedValues } from "#lib/history";

/**
 * Answers whether a purchase may be made with a card. Approved, its amount is held of the account's line, as a request
 * that waits for its settlement; declined, it is kept with all that stood in its way. Money in minor units.
 */
export function authorize(doer: Doer, message: CardMessage): Promise<Received> {
  return receive(doer, "authorization", message, async (told) => {
    const refusals = authorizationRefusals(factsAt(told.desk, told.message));
    if (refusals.length === 0) return hold(told);
    await keepMessage(told, { outcome: "declined", refusals });
    await settleLateAuthorization(told);
    write(told, "authorization.declined", { rules: refusals.map(({ rule }) => rule) });
    return { ok: true, outcome: "declined", refusals, request: null, credit: null };
  });
}

/** What the answer to a purchase depends on, at the desk of its card. */
export function factsAt(
  desk: Desk,
  { amountMinor, currency }: Pick<CardMessage, "amountMinor" | "currency">,
): AuthorizationFacts {
  const { customerStatus, accountStatus, cardStatus, productStatus, decimals, offer, available, purchase } = desk;
  const isSettled = purchase.some(({ kind }) => kind === "settlement");
  const isReversed = purchase.some(
    ({ kind, outcome, amount }) => kind === "reversal" && outcome === "waiting" && BigInt(amount) === amountMinor,
  );
  return {
    ...{ amountMinor, currency, accountCurrency: desk.currency, availableMinor: BigInt(available) },
    ...{ customerStatus, accountStatus, cardStatus, productStatus, decimals, hasOffer: offer?.isEnabled === true },
    before: isSettled ? "settled" : isReversed ? "reversed" : null,
  };
}

async function hold(told: Told): Promise<Taken> {
  const { tx, desk } = told;
  const { id: offerId = null, instalments = 1 } = desk.offer ?? {};
  const row = messageRow(told, { outcome: "approved" });
  const held = await askToHold(tx, { ...row, customerId: desk.customerId, offerId, instalments });
  const [{ request } = { request: undefined }] = held;
  if (request === undefined) throw new ToldAtOnce();
  await refusePartialReversals(told);
  write(told, "authorization.approved", { request });
  return { ok: true, outcome: "approved", refusals: [], request, credit: null };
}

/** Right before COMMIT: whoever else writes history waits for it. */
function write(
  { tx, doer, desk, message }: Told,
  action: "authorization.approved" | "authorization.declined",
  more: Deed["details"],
): void {
  const details = { card: message.card, ...storedValues({ amount: message.amountMinor }), ...more };
  const { account, customer } = desk;
  leave(tx, record(tx, doer, { action, module: sections.account, record: account, customer, details }));
}

const place = sql.placeholder;

/** The request and the message in one statement; neither where the external ID was taken meanwhile. */
const askToHold = question<{ request: string }>(
  "hold",
  sql`with held as (
      insert into pre_loans (customer_id, offer_id, account_id, card_id, amount_minor, instalments)
      values (${place("customerId")}, ${place("offerId")}, ${place("accountId")}, ${place("cardId")}, ${place("amount")}, ${place("instalments")})
      returning id, code)
    insert into card_messages (kind, external_id, purchase, account_id, card_id, amount_minor, currency, merchant, at, outcome, pre_loan_id)
    select ${place("kind")}, ${place("externalId")}, ${place("purchase")}, ${place("accountId")}::uuid, ${place("cardId")}::uuid,
      ${place("amount")}::bigint, ${place("currency")}, ${place("merchant")}, ${place("at")}::timestamptz, ${place("outcome")}, held.id
    from held on conflict (external_id, kind) do nothing returning (select code from held) as request`,
);
