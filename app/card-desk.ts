import "server-only";
import { randomUUID } from "node:crypto";
import { issue, open, refund, replace, resolve } from "#app/card-desk/actions";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import type { Opening } from "#components/card-desk/forms";
import { db } from "#db/client";
import { findPayable } from "#db/facts/payable";
import {
  authorizationsOf,
  findAskedRefund,
  listAccountDisputes,
  listBalanceRefunds,
  listCardProducts,
  listFlags,
  listMessages,
  listStatements,
  messagesOfCard,
  settlementsOf,
  simulate,
  sumCharges,
} from "#db/read/card-desk";
import type { FoundCustomer } from "#db/read/customer";
import { typedAmount, wordAmountFault } from "#lib/amount/typed";
import { type AccountTab, accountTabs, type FlagRow, type MessageRow, type Simulation } from "#lib/card-desk";
import { wordCardDetails } from "#lib/card-desk/deed";
import { cardForm } from "#lib/card-desk/refused";
import { type Actor, can, type Permission } from "#lib/domain/actor";
import { balanceRefundRefusals } from "#lib/domain/balance-refund";
import { customerRefusal, issueRefusals } from "#lib/domain/card-issue";
import type { Refusal } from "#lib/domain/machine";
import type { FieldFormSent, FormOrWhy } from "#lib/form";
import { sayRefused } from "#lib/form/refused";
import { valuesFrom } from "#lib/history";
import { cardRefusalSentence } from "#lib/messages/card-desk";
import type { AccountRecord, CardRecord, Shown } from "#lib/records";
import { notYours } from "#lib/roles";
import type { Way } from "#lib/way";

/** What of an account stands on the tab that its address names, and the forms that its reader may send. */
export async function openAccountDesk(record: AccountRecord, search: Search) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { code, cards, creditBalance } = record;
  const tab = accountTabs.find((each) => each === search["tab"]) ?? "overview";
  const on = <Found>(which: AccountTab, find: () => Promise<Found>) => (tab === which ? find() : undefined);
  const [authorizations, settlements, flags, disputes, charges, statements, refunds, asked, simulation] = await Promise.all([
    on("authorizations", async () => worded(await listMessages(authorizationsOf(code)), way)),
    on("settlements", async () => worded(await listMessages(settlementsOf(code)), way)),
    on("settlements", () => openFlags({ account: code })),
    on("disputes", () => listAccountDisputes(code)),
    on("charges", () => sumCharges(code)),
    on("statements", () => listStatements(code)),
    on("overview", () => listBalanceRefunds(actor, code)),
    on("overview", () => findAskedRefund(actor, code)),
    on("cards", () => openSimulation({ address: `/accounts/${code}`, account: code, cards: cards.rows }, search, way)),
  ]);
  const sent = { account: code, key: randomUUID() };
  const unless = formFor(actor, way);
  const balance = { balanceMinor: creditBalance, amountMinor: creditBalance };
  const ofBalance = asked === undefined ? balanceRefundRefusals(balance) : [{ rule: "approval_pending" }];
  return {
    ...{ tab, authorizations, settlements, flags, disputes, charges, statements, refunds, asked, simulation },
    issue: unless("card:operate", issueRefusals({ accountStatus: record.status, isTaken: false }), { action: issue, sent }),
    refund: unless("account:operate", ofBalance, { action: refund, sent }),
  };
}

/** What of a card stands on its page besides the card. */
export async function openCardDesk(record: CardRecord, search: Search) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { code, status, account, replacedBy } = record;
  const refusals = issueRefusals({ accountStatus: account.status, isTaken: false, replaces: { status, replacedBy } });
  const [messages, simulation] = await Promise.all([
    listMessages(messagesOfCard(code)),
    openSimulation({ address: `/cards/${code}`, account: account.code, cards: [record] }, search, way),
  ]);
  const form = { action: replace, sent: { card: code, key: randomUUID() } };
  return { messages: worded(messages, way), simulation, replace: formFor(actor, way)("card:operate", refusals, form) };
}

/** Flags, each with the form that resolves it for whoever may. */
export async function openFlags(of: { account: string } | { credit: string }): Promise<Shown<FlagRow>> {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { rows, total } = await listFlags(actor, of);
  const unless = formFor(actor, way);
  const back = "account" in of ? { back: "account", account: of.account } : { back: "credit" };
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      seen: wordCardDetails(row.seen, way).join(" · "),
      resolve:
        row.resolvedAt === null
          ? unless("credit:operate", [], {
              action: resolve,
              sent: { credit: row.credit, flag: row.id, key: randomUUID(), ...back },
            })
          : undefined,
    })),
  };
}

/** The form by which an account of a customer is opened, or why it is not. */
export async function openOpening({ code: customer, status }: Pick<FoundCustomer, "code" | "status">): Promise<Opening> {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  if (!can(actor, "account:operate")) return { because: notYours("account:operate", way) };
  const refusal = customerRefusal(status);
  if (refusal !== undefined) return { because: sayRefused(refusal, cardForm, way) };
  const { format } = way;
  const products = (await listCardProducts()).map(({ code, name, min, max }) => ({
    code,
    name,
    min: min === null ? "0" : format.money(min),
    max: max === null ? "∞" : format.money(max),
  }));
  return { form: { action: open, sent: { customer, key: randomUUID() } }, products };
}

/** A form for whoever may send it while nothing refuses it; else why not. */
const formFor =
  (actor: Actor, way: Way) =>
  (permission: Permission, refusals: readonly Refusal[], form: FieldFormSent): FormOrWhy => {
    if (!can(actor, permission)) return { because: notYours(permission, way) };
    if (refusals.length === 0) return form;
    return { because: refusals.map((refusal) => sayRefused(refusal, cardForm, way)).join(" ") };
  };

function worded({ rows, total }: Awaited<ReturnType<typeof listMessages>>, { language, format }: Way): Shown<MessageRow> {
  const say = ({ rule, values }: (typeof rows)[number]["refusals"][number]) =>
    cardRefusalSentence({ rule, ...(values && { values: valuesFrom(values) }) }, language, format.money);
  return {
    total,
    rows: rows.map(({ refusals, amount, currency, ...row }) => ({
      ...row,
      amount:
        currency === format.currency
          ? format.money(amount)
          : `${currency} ${amount / 100n}.${`${amount % 100n}`.padStart(2, "0")}`,
      why: refusals.map(say),
    })),
  };
}

type Simulated = Record<"address" | "account", string> & { cards: readonly { code: string; lastFour: string }[] };

/** Asks about a purchase as the address says; without a full address, only the form. */
async function openSimulation({ address, account, cards }: Simulated, search: Search, way: Way): Promise<Simulation> {
  const said = (name: string) => (typeof search[name] === "string" ? search[name].slice(0, 60) : "");
  const tab = typeof search["tab"] === "string" ? search["tab"] : undefined;
  const card = cards.find(({ code }) => code === said("card")) ?? cards[0];
  const typed = { card: card?.code ?? "", amount: said("amount"), currency: said("currency") || way.format.currency };
  const labelled = cards.map(({ code, lastFour }) => ({ code, label: `${code} •••• ${lastFour}` }));
  const isAsked = card !== undefined && search["amount"] !== undefined;
  return { address, tab, cards: labelled, typed, answer: isAsked ? await answerTo(typed, account, way) : undefined };
}

async function answerTo(
  { card, amount, currency }: Simulation["typed"],
  account: string,
  { language, t, format }: Way,
): Promise<Simulation["answer"]> {
  const read = typedAmount(amount, 2);
  // A merchant may ask for cents where the account has none; of what may be either, the account says what it is.
  const amountMinor = read === "ambiguous" ? typedAmount(amount, (await findPayable(db, account))?.decimals ?? 2) : read;
  if (typeof amountMinor === "string") return { isApproved: false, sentences: [wordAmountFault(amountMinor, 2, t)] };
  const simulated = await simulate(card, { amountMinor, currency: currency.trim().toUpperCase() });
  if (simulated === undefined) return undefined;
  const { refusals, left } = simulated;
  if (refusals.length > 0)
    return { isApproved: false, sentences: refusals.map((refusal) => cardRefusalSentence(refusal, language, format.money)) };
  const sentence = t("card_desk.simulate_yes", { amount: format.money(amountMinor), left: format.money(left) });
  return { isApproved: true, sentences: [sentence] };
}
