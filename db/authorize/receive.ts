import "server-only";
import { sql } from "drizzle-orm";
import { type Desk, type Kept, openDesk } from "#db/authorize/desk";
import { type Tx, transaction } from "#db/client";
import { question } from "#db/question";
import { Refused } from "#db/refused";
import { cardMessages, type StoredRefusal } from "#db/schema/card-message";
import type { Doer } from "#db/write/history";
import { type CardMessage, type MessageKind, type MessageOutcome, messageFaults } from "#lib/domain/card-message";
import type { Refusal } from "#lib/domain/machine";
import { hasDecimals } from "#lib/domain/money";
import { storedValues, valuesFrom } from "#lib/history";

/** What came of a message: an answer that the same message always gets, or why it could not be taken in. */
export type Received =
  | { ok: true; outcome: MessageOutcome; refusals: Refusal[]; request: string | null; credit: string | null }
  | { ok: false; refusals: [Refusal, ...Refusal[]] };
export type Taken = Extract<Received, { ok: true }>;

/** A message at the desk of its card's account, told for the first time; all in the transaction that locks them. */
export type Told = { tx: Tx; doer: Doer; desk: Desk; kind: MessageKind; message: CardMessage & { purchase: string } };

/** Takes in a message once: told again it gets the same answer, and another under its external ID is refused. */
export async function receive(
  doer: Doer,
  kind: MessageKind,
  said: CardMessage,
  work: (told: Told) => Promise<Taken>,
): Promise<Received> {
  const message = { ...said, purchase: said.purchase ?? said.externalId };
  const [fault, ...others] = messageFaults(message).map((rule): Refusal => ({ rule }));
  if (fault !== undefined) return { ok: false, refusals: [fault, ...others] };
  for (;;) {
    try {
      return await transaction((tx) => run(tx, doer, kind, message, work));
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusals: error.refusals };
      // Another took the external ID meanwhile: now it is known.
      if (!(error instanceof ToldAtOnce)) throw error;
    }
  }
}

async function run(tx: Tx, doer: Doer, kind: MessageKind, message: Told["message"], work: (told: Told) => Promise<Taken>) {
  const desk = await openDesk(tx, { ...message, kind });
  if (desk === undefined) throw new Refused([{ rule: "card_unknown" }]);
  if (desk.before !== null) {
    if (!isSame(desk.before, message))
      throw new Refused([{ rule: "external_id_reused", values: { externalId: message.externalId } }]);
    return answerOf(desk.before);
  }
  const { currency, decimals } = desk;
  if (kind !== "authorization") {
    if (message.currency !== currency)
      throw new Refused([{ rule: "same_currency", values: { currency: message.currency, accountCurrency: currency } }]);
    if (!hasDecimals(message.amountMinor, decimals)) throw new Refused([{ rule: "amount_decimals", values: { decimals } }]);
  }
  return work({ tx, doer, desk, kind, message });
}

function isSame(kept: Kept, { card, purchase, amountMinor, currency, merchant, at }: Told["message"]): boolean {
  const one = [kept.card, kept.purchase, kept.amount, kept.currency, kept.merchant, Date.parse(kept.at)];
  return [card, purchase, `${amountMinor}`, currency, merchant, Date.parse(at)].every((each, place) => each === one[place]);
}

const answerOf = ({ outcome, refusals, request, credit }: Kept): Taken => ({
  ...{ ok: true, outcome, request, credit },
  refusals: refusals.map(({ rule, values }) => ({ rule, ...(values !== undefined && { values: valuesFrom(values) }) })),
});

type Come = { outcome: MessageOutcome; refusals?: readonly Refusal[]; preLoanId?: string | null; creditId?: string | null };

/** Keeps a message with what came of it, and answers its id. */
export async function keepMessage(told: Told, come: Come): Promise<string> {
  const [kept] = await insertMessage(told.tx, messageRow(told, come));
  if (kept === undefined) throw new ToldAtOnce();
  return kept.id;
}

/** The values of a message's row. */
export function messageRow({ desk, kind, message }: Told, { outcome, refusals = [], preLoanId = null, creditId = null }: Come) {
  const { externalId, purchase, amountMinor, currency, merchant, at } = message;
  const stored: StoredRefusal[] = refusals.map(({ rule, values }) => ({ rule, ...(values && { values: storedValues(values) }) }));
  return {
    ...{ kind, externalId, purchase, accountId: desk.accountId, cardId: desk.cardId, amount: amountMinor, currency, merchant },
    ...{ at: new Date(at).toISOString(), outcome, refusals: JSON.stringify(stored), preLoanId, creditId },
  };
}

/** Two told the same at once: the one that came later is to look again. */
export class ToldAtOnce extends Error {}

const { kind, externalId, purchase, accountId, cardId, amount, currency, merchant, at, outcome, refusals, preLoanId, creditId } =
  cardMessages;
const columns = {
  kind,
  externalId,
  purchase,
  accountId,
  cardId,
  amount,
  currency,
  merchant,
  at,
  outcome,
  refusals,
  preLoanId,
  creditId,
};

const insertMessage = question<{ id: string }>(
  "keep_card_message",
  sql`insert into card_messages (${sql.join(
    Object.values(columns).map(({ name }) => sql.identifier(name)),
    sql`, `,
  )}) values (${sql.join(
    Object.keys(columns).map((name) => sql.placeholder(name)),
    sql`, `,
  )}) on conflict (external_id, kind) do nothing returning id`,
);
