import "server-only";
import type { Done, Moving } from "#db/move/moving";
import type { Moved } from "#db/move/record";
import { type Deed, type Doer, record as recordDeeds, system } from "#db/write/history";
import { seal } from "#db/write/seal";
import type { Actor } from "#lib/domain/actor";
import { sections } from "#lib/domain/section";
import type { Details } from "#lib/history";

/** What an operator said with a move, and the approval that it came by and who had asked. */
export type Said = { reason?: string | undefined; comment?: string | undefined; approval?: string; asked?: string };

/** Writes all that was moved into the history: the operator's move as theirs, what followed as its rule's. */
export async function writeMoves(
  { db, done }: Moving,
  actor: Actor,
  { customerId }: Moved,
  { reason, comment, ...more }: Said,
  ...others: Deed[]
): Promise<void> {
  const said = comment === undefined || comment === "" ? undefined : comment;
  // A comment on what is nobody's is about no one.
  const plain = said !== undefined && customerId === null ? { comment: said } : {};
  const sealed =
    said === undefined || customerId === null ? undefined : await seal(db, customerId, JSON.stringify({ comment: said }));
  const own: Details = { ...(reason !== undefined && { reason }), ...plain, ...more };
  const deeds = done.map((each) => (each.cause === undefined ? { ...deedOf(each, own), sealed } : bySystem(each)));
  await recordDeeds(db, actor, ...deeds, ...others);
}

function bySystem(done: Done): Deed & { by: Doer } {
  const { rule = "", values = {} } = done.cause ?? {};
  return { ...deedOf(done, { rule, ...values }), by: system };
}

const deedOf = ({ entity, code, customer, event, from, to }: Done, details: Details): Deed => ({
  action: `${entity}.${event}`,
  module: sections[entity],
  record: code,
  customer,
  details: { from, to, ...details },
});
