import { offers } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import { type AccountRow, type CardRow, type RequestRow, recordOf, type Tale } from "#db/seed/tale";
import { replayedAgo } from "#db/seed/tale/book";
import { lend } from "#db/seed/tale/credit";
import { flag, type Purchase, purchase, tell } from "#db/seed/tale/message";
import { closeCycles } from "#db/seed/tale/statement";
import { sumOf } from "#lib/domain/allocation";
import { type AuthorizationFacts, authorizationRefusals } from "#lib/domain/authorization";
import { purchaseDueOn } from "#lib/domain/cycle";
import { defaultRules } from "#lib/domain/rules";
import { storedValues } from "#lib/history";

type Settled = Partial<Pick<CreditRow, "instalments" | "amount">>;

/** A purchase with the card, authorized and settled: a credit of the account. */
export function buy(tale: Tale, account: AccountRow, card: CardRow, amount: bigint, daysAgo: number, more: Settled = {}) {
  const of = purchase(tale, account, card, amount);
  const at = tale.instantOf(daysAgo);
  return settle(tale, of, daysAgo, { ...more, at, request: authorize(tale, of, before(at, 90)) });
}

/** Approved: what it is for is held of the account's line until something comes of it. */
export function authorize(tale: Tale, of: Purchase, at: string): RequestRow {
  const { account, card, amount } = of;
  const request: RequestRow = {
    ...{ ...recordOf(tale, 1), createdAt: at, statusChangedAt: at, customerId: tale.customer.id, offerId: offers.card.id },
    ...{ accountId: account.id, cardId: card.id, amount, instalments: 1 },
  };
  tale.preLoans.push(request);
  tell(tale, "authorization", of, at, { outcome: "approved", preLoanId: request.id });
  return request;
}

/** Declined for what stood in its way. */
export function decline(tale: Tale, of: Purchase, daysAgo: number, facts: Partial<AuthorizationFacts> = {}) {
  const refusals = authorizationRefusals({
    ...{
      amountMinor: of.amount,
      currency: "COP",
      accountCurrency: "COP",
      availableMinor: availableAgo(tale, of.account, daysAgo),
    },
    ...{ customerStatus: "enabled", accountStatus: "active", cardStatus: "active", productStatus: "enabled" },
    ...{ decimals: 0, hasOffer: true, before: null },
    ...facts,
  });
  const stored = refusals.map(({ rule, values }) => ({ rule, ...(values && { values: storedValues(values) }) }));
  return tell(tale, "authorization", of, tale.instantOf(daysAgo), { outcome: "declined", refusals: stored });
}

/** The authorization of a purchase that is settled already, which explains the settlement. */
export function authorizeLate(tale: Tale, of: Purchase, credit: CreditRow, daysAgo: number): void {
  const told = decline(tale, of, daysAgo, { before: "settled" });
  told.at = before(credit.createdAt, 30);
  for (const each of tale.flags)
    if (each.creditId === credit.id) Object.assign(each, { resolvedAt: told.receivedAt, resolvedEmail: "system" });
}

type Way = Settled & { at?: string; request?: RequestRow };

/** Settled, for the amount that was authorized unless told otherwise; without a request it was not authorized at all. */
export function settle(tale: Tale, of: Purchase, daysAgo: number, way: Way = {}): CreditRow {
  const { at = tale.instantOf(daysAgo), request, instalments = 1, amount = of.amount } = way;
  const { account, card } = of;
  closeCycles(tale, daysAgo);
  const firstDueOn = purchaseDueOn(tale.dayOf(daysAgo), account);
  const more = { accountId: account.id, cardId: card.id, firstDueOn, createdAt: at, statusChangedAt: at };
  const credit = lend(tale, "card", amount, instalments, daysAgo, more);
  tell(tale, "settlement", { ...of, amount }, at, { outcome: "booked", creditId: credit.id, preLoanId: request?.id ?? null });
  if (request === undefined) flag(tale, credit.id, "no_authorization", at);
  else Object.assign(request, { status: "completed", statusChangedAt: at, creditId: credit.id, instalments });
  if (amount !== of.amount) flag(tale, credit.id, "amount_differs", at, { authorized: of.amount, settled: amount });
  return credit;
}

/** The merchant takes a purchase back before it is settled: nothing of it is held any more. */
export function takeBack(tale: Tale, of: Purchase, request: RequestRow, daysAgo: number): void {
  const at = tale.instantOf(daysAgo);
  Object.assign(request, { status: "rejected", statusChangedAt: at });
  tell(tale, "reversal", of, at, { outcome: "released" });
}

/** What nobody settled is held for so long, and then not any more. */
export function expire(tale: Tale, request: RequestRow, authorizedDaysAgo: number): void {
  const statusChangedAt = tale.instantOf(authorizedDaysAgo - defaultRules.daysToClosePending - 1);
  Object.assign(request, { status: "rejected", statusChangedAt });
}

/** The moment so many minutes before another. */
const before = (at: string, minutes: number): string => new Date(Date.parse(at) - minutes * 60_000).toISOString();

/** What was left of an account's line so many days ago, by what is told so far. */
function availableAgo(tale: Tale, { id, creditLine }: AccountRow, daysAgo: number): bigint {
  const owed = tale.credits
    .filter(({ accountId }) => accountId === id)
    .reduce((sum, credit) => sum + sumOf(replayedAgo(tale, credit, daysAgo).outstanding), 0n);
  const held = tale.preLoans
    .filter(({ accountId, status = "pending" }) => accountId === id && status === "pending")
    .reduce((sum, { amount }) => sum + amount, 0n);
  const left = creditLine - owed - held;
  return left > 0n ? left : 0n;
}
