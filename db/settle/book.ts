import "server-only";
import { eq } from "drizzle-orm";
import type { Desk } from "#db/authorize/desk";
import { keepMessage, type Taken, type Told } from "#db/authorize/receive";
import type { Tx } from "#db/client";
import { follow } from "#db/move/follow";
import type { Moving } from "#db/move/moving";
import { openMoving } from "#db/move/open";
import { writeRuleMoves } from "#db/move/write-moves";
import { cardMessages } from "#db/schema/card-message";
import { credits } from "#db/schema/credit";
import { type Deed, record } from "#db/write/history";
import type { MessageOutcome } from "#lib/domain/card-message";
import { type Day, dayAt, earlierOf } from "#lib/domain/day";
import type { Refusal, Values } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";
import { storedValues } from "#lib/history";

/** What a message did to the books, and what the history says of it. */
export type Booked = {
  outcome: MessageOutcome;
  refusals?: readonly Refusal[];
  creditId?: string | null;
  preLoanId?: string | null;
  action: Deed["action"];
  details?: Values;
};

/** Keeps a message, does what it says to the books, lets follow what follows, and writes the history last. */
export async function book(told: Told, write: (moving: Moving, messageId: string, on: Day) => Promise<Booked>): Promise<Taken> {
  const { tx, doer, desk, message } = told;
  const id = await keepMessage(told, { outcome: "waiting" });
  const moving = await openMoving(tx, undefined);
  const {
    outcome,
    refusals = [],
    creditId = null,
    preLoanId = null,
    action,
    details = {},
  } = await write(moving, id, dayOf(told));
  await Promise.all(moving.writes);
  await follow(moving, desk.customerId);
  await Promise.all(moving.writes);
  const kept = refusals.map(({ rule, values }) => ({ rule, ...(values && { values: storedValues(values) }) }));
  await tx.update(cardMessages).set({ outcome, refusals: kept, creditId, preLoanId }).where(eq(cardMessages.id, id));
  const credit = creditId === null ? null : await codeOf(tx, creditId);
  const said = { ...storedValues({ amount: message.amountMinor, ...details }), ...(credit !== null && { credit }) };
  await writeRuleMoves(tx, moving.done);
  await record(tx, doer, deedOf(desk, action, { card: message.card, ...said }));
  return { ok: true, outcome, refusals: [...refusals], request: null, credit };
}

const deedOf = ({ account, customer }: Desk, action: Deed["action"], details: Deed["details"]): Deed => ({
  ...{ action, module: sections.account, record: account, customer, details },
});

/** The day of a message in the project's zone; the books know of no later day than the business date. */
const dayOf = ({ desk, message }: Told): Day => earlierOf(dayAt(new Date(message.at), desk.timeZone), desk.businessDate);

export async function codeOf(tx: Tx, id: string): Promise<string> {
  const [found] = await tx.select({ code: credits.code }).from(credits).where(eq(credits.id, id));
  if (found === undefined) throw new Error(`no credit ${id}`);
  return found.code;
}
