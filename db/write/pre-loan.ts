import "server-only";
import type { Tx } from "#db/client";
import { lockMoved } from "#db/move/record";
import { findBorrowing } from "#db/read/borrowing";
import { Refused } from "#db/refused";
import { preLoans } from "#db/schema/pre-loan";
import { writeOnce } from "#db/write/once";
import type { RequestFault, TypedRequest } from "#lib/credit-request/field";
import { type Asked, judgeRequest } from "#lib/credit-request/judge";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";
import { storedAmount } from "#lib/history";

/** A customer's request for credit as an operator typed it. */
export type CreditRequest = { code: string; typed: TypedRequest };

/** The ID of the request that was made; or what is wrong with its fields, or with the form. */
export type RequestOutcome = { ok: true; request: string } | { ok: false; faults: RequestFault[]; refusals: Refusal[] };

/** Makes a request for credit that waits to be confirmed: customer locked, judged, written once for its key, with its history. */
export async function requestCredit(actor: Actor, { code, typed }: CreditRequest, key: string): Promise<RequestOutcome> {
  const { module, action: did } = { module: sections.pre_loan, action: "pre_loan.request" } as const;
  const attempt = { needs: "pre_loan:operate", module, customer: code } as const;
  let faults: RequestFault[] = [];
  const outcome = await writeOnce(actor, attempt, { key, body: { code, did, typed } }, async (tx) => {
    const customer = await lockMoved(tx, "customer", code);
    const borrowing = await findBorrowing(tx, code, typed.refinances);
    if (customer === undefined || borrowing === undefined) throw new Refused([{ rule: "unknown" }]);
    const judged = judgeRequest(typed, borrowing, actor.role);
    if (!judged.ok) {
      faults = judged.faults;
      throw new Refused([{ rule: "fault" }]);
    }
    const request = await add(tx, customer.id, judged.asked);
    const { offering, old, amount, instalments } = judged.asked;
    const its = { offer: offering.code, ...storedAmount(amount), instalments };
    const details = { ...its, ...(old !== undefined && { refinances: old.code }) };
    return { came: { request }, deeds: [{ action: did, module, record: request, customer: code, details }] };
  });
  if (outcome.ok) return outcome;
  return { ok: false, faults, refusals: faults.length > 0 ? [] : outcome.refusals };
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
