import "server-only";
import type { Tx } from "#db/client";
import type { Done, Given, Moving } from "#db/move/moving";
import type { Moved } from "#db/move/record";
import { type Deed, type Doer, record as recordDeeds, system } from "#db/write/history";
import { seal } from "#db/write/seal";
import { sections } from "#lib/domain/section";
import { type Details, storedAmount } from "#lib/history";
import type { DeedAction } from "#lib/messages/deed";

/** What an operator said with a move, and the approval that it came by and who had asked. */
export type Said = Pick<Given, "reason" | "comment"> & {
  amountMinor?: bigint | undefined;
  approval?: string;
  asked?: string;
};

type Kept = Pick<Deed, "details" | "sealed">;

/** What the history keeps of what was said: the comment under the customer's key. */
export async function keep(tx: Tx, { customerId }: Moved, { reason, comment, amountMinor, ...more }: Said): Promise<Kept> {
  const details: Details = { ...(reason !== undefined && { reason }), ...storedAmount(amountMinor), ...more };
  if (comment === undefined || comment === "") return { details };
  // A comment on what is nobody's is about no one.
  if (customerId === null) return { details: { ...details, comment } };
  return { details, sealed: await seal(tx, customerId, JSON.stringify({ comment })) };
}

/** Writes all that was moved into the history: the move of who asked as theirs, what followed as its rule's. */
export function writeMoves({ db, done }: Moving, doer: Doer, { details, sealed }: Kept): Promise<void> {
  const deeds = done.map((each) => (each.cause === undefined ? { ...deedOf(each, details), sealed } : byRule(each)));
  return recordDeeds(db, doer, ...deeds);
}

/** What the history says of what rules moved, with the reason that a rule gives. */
export const ruleDeeds = (done: readonly Done[], said: { reason?: string } = {}): Deed[] =>
  done.map((each) => byRule(each, said));

/** Writes that into the history; the last thing in a transaction. */
export const writeRuleMoves = (tx: Tx, done: readonly Done[], said: { reason?: string } = {}): Promise<void> =>
  recordDeeds(tx, system, ...ruleDeeds(done, said));

function byRule(done: Done, said: Details = {}): Deed {
  const { rule = "", values = {} } = done.cause ?? {};
  return { ...deedOf(done, { ...said, rule, ...values }), by: system };
}

const deedOf = ({ entity, code, customer, event, from, to }: Done, details: Details): Deed => ({
  action: `${entity}.${event}` as DeedAction,
  module: sections[entity],
  record: code,
  customer,
  details: { from, to, ...details },
});
