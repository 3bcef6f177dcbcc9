import type { Borrowing, Offering, Refinanceable } from "#lib/credit-request/borrowing";
import { fail, type Read, type RequestFault, type RequestField, type TypedRequest } from "#lib/credit-request/field";
import { confirmation, fieldOf, obstaclesOf } from "#lib/credit-request/obstacle";
import { readAmount, readDisbursement, readDownpayment, readFirstDue, readInstalments } from "#lib/credit-request/typed";
import type { Role } from "#lib/domain/actor";
import type { Day } from "#lib/domain/day";
import { termsOf } from "#lib/domain/offer-terms";
import { termsFault } from "#lib/domain/schedule/terms-fault";
import type { Terms } from "#lib/domain/terms";

/** A request that could be made; amounts are minor units, the terms are those of the credit it would become. */
export type Asked = {
  offering: Offering;
  old: Refinanceable | undefined;
  amount: bigint;
  downpayment: bigint;
  instalments: number;
  disburseOn: Day | null;
  firstDueOn: Day | null;
  needsApproval: boolean;
  terms: Terms;
};
export type Judged = { ok: true; asked: Asked } | { ok: false; faults: RequestFault[] };

/** What a request comes to as it was typed, or all that is wrong with it, in the order of the form. */
export function judgeRequest(typed: TypedRequest, borrowing: Borrowing, role: Role): Judged {
  const faults: RequestFault[] = [];
  const take = <Value>(field: RequestField, read: Read<Value>): Value | undefined => {
    if ("value" in read) return read.value;
    faults.push({ field, ...read.fault });
    return undefined;
  };
  const { old, businessDate } = borrowing;
  if (typed.refinances !== "" && old === undefined) take("refinances", fail("refinances_none"));
  const offering = take("offer", readOffer(typed.offer, borrowing));
  if (offering !== undefined)
    for (const { rule, values } of obstaclesOf(offering, role, businessDate)) take("offer", fail(rule, values));
  const amount = take("amount", readAmount(typed.amount, offering?.decimals ?? 2, old));
  const downpayment = take("downpayment", readDownpayment(typed.downpayment, offering, amount));
  const instalments = take("instalments", readInstalments(typed.instalments));
  const { registeredOn } = borrowing.customer;
  const disburseOn = take("disburse_on", readDisbursement(typed.disburse_on, { businessDate, registeredOn, old }));
  const disbursedOn = disburseOn === undefined ? undefined : (disburseOn ?? businessDate);
  const firstDueOn = take("first_due_on", readFirstDue(typed.first_due_on, disbursedOn));
  if (offering === undefined) return { ok: false, faults: [...faults, ...customerFaults(borrowing, role)] };
  const facts = { ...offering.facts, ...(amount !== undefined && { amountMinor: amount }), ...(instalments && { instalments }) };
  const { refusals, needsApproval } = confirmation(facts, role);
  for (const { rule, values } of refusals) if (fieldOf(rule) !== "offer") take(fieldOf(rule), fail(rule, values));
  const isRead = amount !== undefined && downpayment !== undefined && instalments !== undefined && firstDueOn !== undefined;
  if (faults.length > 0 || !isRead || disburseOn === undefined || offering.terms === undefined) return { ok: false, faults };
  const terms = termsOf(offering.terms, {
    ...{ principal: amount - downpayment, currency: borrowing.currency, instalments, firstDueOn },
    disbursedOn: disburseOn ?? businessDate,
  });
  const fault = faultIn(terms);
  if (fault !== undefined) return { ok: false, faults: [fault] };
  return {
    ok: true,
    asked: { offering, old, amount, downpayment, instalments, disburseOn, firstDueOn, needsApproval, terms },
  };
}

function readOffer(typed: string, { offerings }: Borrowing): Read<Offering> {
  if (typed === "") return fail("offer_missing");
  const found = offerings.find(({ code }) => code === typed);
  return found === undefined ? fail("offer_none") : { value: found };
}

/** What stands in the customer's way whichever offer they choose. */
export function customerFaults({ offerings }: Pick<Borrowing, "offerings">, role: Role): RequestFault[] {
  const [any] = offerings;
  if (any === undefined) return [];
  return confirmation(any.facts, role)
    .refusals.filter(({ rule }) => fieldOf(rule) === "refinances")
    .map((refusal) => ({ field: "refinances", ...refusal }));
}

/** What of terms cannot be, by the field in which it was typed. */
export function faultIn(terms: Terms): RequestFault | undefined {
  const fault = termsFault(terms);
  if (fault === undefined) return undefined;
  if (fault.field.startsWith("grace")) return { field: "instalments", rule: "grace_leaves_none" };
  return fault.field === "instalments"
    ? { field: "instalments", rule: "last_due_late" }
    : { field: "first_due_on", rule: "first_due_wrong" };
}
