import "server-only";
import { cache } from "react";
import { openOpening } from "#app/card-desk";
import type { Search } from "#app/list";
import { openMoves } from "#app/moves";
import { formsOf } from "#app/person/forms";
import { requireActor } from "#app/session";
import { openTimeline } from "#app/timeline";
import { currentWay } from "#app/way";
import { type FoundCustomer, findCustomer } from "#db/read/customer";
import { listAccounts, listPromises } from "#db/read/profile/accounts";
import { findNextDue, listCredits, listRefinanced } from "#db/read/profile/credits";
import { listPayments, listWaiting } from "#db/read/profile/money";
import { listNotes, listViolations } from "#db/read/profile/notes";
import { listPromisable } from "#db/read/promisable";
import { findWritten } from "#db/read/written";
import { type Actor, can } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { borrowingOf } from "#lib/domain/pre-loan";
import { isUuid } from "#lib/domain/uuid";
import { statusWords } from "#lib/messages/catalogue";
import { refusalSentence } from "#lib/messages/refusal";
import { notYours } from "#lib/roles";
import type { Way } from "#lib/way";
import { wordWritten } from "#lib/written";

/** As many of each as one page shows. */
const most = { credits: 100, payments: 10, waiting: 50, others: 20 };

/** The person of an address, for whoever is signed in; undefined where the ID is no one's. */
export const findPerson = cache(async (code: string): Promise<FoundCustomer | undefined> => {
  const actor = await requireActor();
  return isCode("customer", code) ? findCustomer(actor, code) : undefined;
});

/** The same page of the other section, with what the address says of forms that were sent and of approvals that were decided. */
export function addressIn(section: "customers" | "pre-customers", { code }: FoundCustomer, search: Search): string {
  const { saved, done, decided, approval, why } = search;
  const kept = Object.entries({ saved, done, decided, approval, why });
  const said = kept.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []));
  return `/${section}/${code}${said.length > 0 ? `?${new URLSearchParams(said)}` : ""}`;
}

/** A person's page as it is handed all that stands on it. */
export async function openPerson(person: FoundCustomer, search: Search) {
  const actor = await requireActor();
  const way = await currentWay();
  const { id, code, status, createdAt } = person;
  const [moves, written, violations, notes, timeline, portfolio] = await Promise.all([
    openMoves("customer", code, search),
    writtenIn(actor, search, way),
    listViolations(actor, id, most.others),
    status === "deleted" ? undefined : listNotes(actor, id, most.others),
    openTimeline({ customer: code }, search, { at: createdAt, from: null }),
    status === "unregistered" ? undefined : listPortfolio(actor, person, way),
  ]);
  if (moves === undefined) throw new Error(`customer ${code} has no moves`);
  const held = heldSince(person, way);
  const words = statusWords[way.language].customer[status];
  const says = { code: status, ...words, meaning: held ?? words.meaning };
  const forms = formsOf(actor, person, violations.rows, way);
  const isMasked = !can(actor, "pii:read");
  const creation = creationOf(actor, person, way);
  const said = { moves, violations, notes, forms, timeline, portfolio, creation };
  return { person, status: says, isMasked, written, ...said, way };
}

/** Why a customer is disabled whom an operator holds so, whatever else there is. */
const heldSince = ({ status, heldAt }: FoundCustomer, { t, format }: Way) =>
  status === "disabled" && heldAt !== null ? t("profile.held_meaning", { at: format.moment(new Date(heldAt)) }) : undefined;

/** The way to a new credit of a customer, and why there is none or only one to refinance. */
function creationOf(actor: Actor, person: FoundCustomer, way: Way) {
  const { code, status } = person;
  const { language, t, format } = way;
  if (status === "unregistered" || status === "deleted") return undefined;
  if (!can(actor, "pre_loan:operate")) return { href: undefined, because: notYours("pre_loan:operate", way) };
  const may = borrowingOf(status);
  const refusal = { rule: "customer_may_borrow", values: { customerState: status } };
  const sentence = refusalSentence(refusal, "pre_loan", language, format.money);
  const held = heldSince(person, way);
  const because = may === "free" ? undefined : held === undefined ? sentence : t("profile.held_creation", { sentence, held });
  return { href: may === "none" ? undefined : `/customers/${code}/credits/new`, because };
}

/** What the form came to whose key the address carries. */
async function writtenIn(actor: Actor, { saved }: Search, way: Way): Promise<string[]> {
  const written = typeof saved === "string" && isUuid(saved) ? await findWritten(actor, saved) : undefined;
  return written === undefined ? [] : wordWritten(written, way);
}

async function listPortfolio(actor: Actor, person: FoundCustomer, way: Way) {
  const { id, status } = person;
  const isDeleted = status === "deleted";
  const [credits, nextDue, refinanced, payments, waiting, accounts, promises, recording, opening] = await Promise.all([
    listCredits(id, most.credits),
    findNextDue(id),
    listRefinanced(id, most.others),
    listPayments(id, most.payments),
    listWaiting(id, most.waiting),
    listAccounts(id, most.others),
    listPromises(id, most.others),
    isDeleted ? undefined : recordingOf(actor, person, way),
    isDeleted ? undefined : openOpening(person),
  ]);
  return { credits, nextDue, refinanced, payments, waiting, accounts, promises, recording, opening };
}

/** The way to a promise of a customer, or why there is none. */
async function recordingOf(actor: Actor, { id, code }: FoundCustomer, way: Way) {
  if (!can(actor, "promise:operate")) return { because: notYours("promise:operate", way) };
  const owing = await listPromisable(id);
  return owing.length === 0 ? { because: way.t("paying.nothing_owed") } : { href: `/customers/${code}/promises/new` };
}
