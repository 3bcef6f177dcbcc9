import "server-only";
import type { Payable } from "#db/facts/payable";
import { follow } from "#db/move/follow";
import type { Moving } from "#db/move/moving";
import type { Moved } from "#db/move/record";
import { judge, make } from "#db/move/step";
import { writeMoves } from "#db/move/write-moves";
import { Refused } from "#db/refused";
import { record } from "#db/write/history";
import { announceDeed, insertPrePayment } from "#db/write/pre-payment";
import type { BankLine } from "#lib/bank/row";
import type { Actor } from "#lib/domain/actor";

type Paid = { id: string; isConfirmed: boolean };

/**
 * Makes a pre-payment of a bank's row for a locked credit or account, and confirms it as the system where its guards allow;
 * else it stays pending, and its page says why. The history comes last.
 */
export async function payRow(moving: Moving, actor: Actor, payable: Payable, row: Omit<BankLine, "target">): Promise<Paid> {
  const { db } = moving;
  const { customerId, customerCode } = payable;
  // Of an erased person nothing is kept that may tell who they were.
  const reference = payable.customerStatus === "deleted" ? null : row.reference;
  const said = { ...row, amountMinor: row.amount, isPayoff: false, reference };
  const { id, code } = await insertPrePayment(db, payable, said);
  const made: Moved = { entity: "pre_payment", id, code, status: "pending", moves: 0, customerId, customerCode };
  const given = { cause: { rule: "bank_file", values: {} } };
  const to = await confirmedStatus(moving, made, given);
  if (to !== undefined) {
    await make(moving, made, "confirm", to, given);
    await follow(moving, customerId);
    await Promise.all(moving.writes);
  }
  await record(db, actor, announceDeed(code, payable, said));
  if (to !== undefined) await writeMoves(moving, actor, { details: {} });
  return { id, isConfirmed: to !== undefined };
}

/** Nothing is written before it is refused. */
async function confirmedStatus(moving: Moving, made: Moved, given: Parameters<typeof judge>[3]): Promise<string | undefined> {
  try {
    return (await judge(moving, made, "confirm", given, { kind: "system" })).to;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
