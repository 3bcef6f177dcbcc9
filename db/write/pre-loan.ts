import "server-only";
import { type Tx, transaction } from "#db/client";
import { lockMoved } from "#db/move/record";
import { findBorrowing } from "#db/read/borrowing";
import { Refused } from "#db/refused";
import { preLoans } from "#db/schema/pre-loan";
import { record } from "#db/write/history";
import { may } from "#db/write/permission";
import { answer, answered } from "#db/write/request";
import type { RequestFault, TypedRequest } from "#lib/credit-request/field";
import { type Asked, judgeRequest } from "#lib/credit-request/judge";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";

/** A customer's request for credit as an operator typed it. */
export type CreditRequest = { code: string; typed: TypedRequest };

/** The ID of the request that was made; or what is wrong with its fields, or with the form. */
export type RequestOutcome = { ok: true; request: string } | { ok: false; faults: RequestFault[]; refusals: Refusal[] };

/** Makes a request for credit that waits to be confirmed: customer locked, judged, written once for its key, with its history. */
export async function requestCredit(actor: Actor, asked: CreditRequest, key: string): Promise<RequestOutcome> {
  const attempt = { needs: "pre_loan:operate", module: sections.pre_loan, customer: asked.code } as const;
  if (!(await may(actor, attempt))) return { ok: false, faults: [], refusals: [{ rule: "permission" }] };
  try {
    return await transaction((tx) => run(tx, actor, asked, key));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, faults: [], refusals: error.refusals };
    throw error;
  }
}

async function run(tx: Tx, actor: Actor, { code, typed }: CreditRequest, key: string): Promise<RequestOutcome> {
  const customer = await lockMoved(tx, "customer", code);
  if (customer === undefined) throw new Refused([{ rule: "unknown" }]);
  const request = { key, body: { code, did: "pre_loan.request", typed } };
  const before = await answered(tx, actor, request);
  if (before === "reused") throw new Refused([{ rule: "key_reused" }]);
  if (before !== undefined) return { ok: true, request: String(before.answer) };
  const borrowing = await findBorrowing(tx, code, typed.refinances);
  if (borrowing === undefined) throw new Refused([{ rule: "unknown" }]);
  const judged = judgeRequest(typed, borrowing, actor.role);
  if (!judged.ok) return { ok: false, faults: judged.faults, refusals: [] };
  const made = await add(tx, customer.id, judged.asked);
  await answer(tx, actor, request, made);
  const { offering, old } = judged.asked;
  const details = { offer: offering.code, ...(old !== undefined && { refinances: old.code }) };
  const deed = { action: "pre_loan.request", module: sections.pre_loan, record: made, customer: code, details };
  await record(tx, actor, deed);
  return { ok: true, request: made };
}

async function add(tx: Tx, customerId: string, asked: Asked): Promise<string> {
  const { offering, old, amount, downpayment, instalments, disburseOn, firstDueOn } = asked;
  const [made] = await tx
    .insert(preLoans)
    .values({
      ...{ customerId, offerId: offering.id, refinancesId: old?.id ?? null },
      ...{ amount, downpayment, instalments, disburseOn, firstDueOn },
    })
    .returning({ code: preLoans.code });
  if (made === undefined) throw new Error("no request was made");
  return made.code;
}
