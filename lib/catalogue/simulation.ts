import { effectiveLimits, type Limits } from "#lib/catalogue/product";
import { fail, type Read, type RequestFault, type RequestField } from "#lib/credit-request/field";
import { faultIn } from "#lib/credit-request/judge";
import { readAmount, readDownpayment, readFirstDue, readInstalments } from "#lib/credit-request/typed";
import { type Day, parseDay } from "#lib/domain/day";
import { termsIn, termsOf } from "#lib/domain/offer-terms";
import type { Terms } from "#lib/domain/terms";
import type { OfferRecord } from "#lib/records";

/** What is typed of a credit to simulate, by its names in the address. */
export const simulated = ["amount", "downpayment", "instalments", "on", "first"] as const;
export type Simulated = Readonly<Record<(typeof simulated)[number], string>>;

/** A credit of an offer as it would be: the amounts are minor units, the terms as the engine takes them. */
export type Simulation = { amount: bigint; downpayment: bigint; terms: Terms };
export type Judged = { ok: true; simulation: Simulation } | { ok: false; faults: RequestFault[] };

/** What a credit comes to as it was typed, or all that is wrong with it; undefined while the offer lacks its terms. */
export function simulate(
  typed: Simulated,
  offer: OfferRecord,
  { businessDate, currency }: { businessDate: Day; currency: string },
): Judged | undefined {
  const agreed = termsIn(offer.terms, offer.decimals);
  if (agreed === undefined) return undefined;
  const faults: RequestFault[] = [];
  const take = <Value>(field: RequestField, read: Read<Value>): Value | undefined => {
    if ("value" in read) return read.value;
    faults.push({ field, ...read.fault });
    return undefined;
  };
  const limits = effectiveLimits(offer, offer.inherited);
  const amount = take("amount", amountWithin(limits, readAmount(typed.amount, offer.decimals, undefined)));
  const downpayment = take("downpayment", readDownpayment(typed.downpayment, offer, amount));
  const instalments = take("instalments", instalmentsWithin(limits, readInstalments(typed.instalments)));
  const disbursedOn = take("disburse_on", readDay(typed.on, businessDate));
  const firstDueOn = take("first_due_on", readFirstDue(typed.first, disbursedOn));
  if (amount === undefined || downpayment === undefined || instalments === undefined || disbursedOn === undefined)
    return { ok: false, faults };
  if (firstDueOn === undefined) return { ok: false, faults };
  const terms = termsOf(agreed, { principal: amount - downpayment, currency, instalments, disbursedOn, firstDueOn });
  const fault = faultIn(terms);
  return fault === undefined ? { ok: true, simulation: { amount, downpayment, terms } } : { ok: false, faults: [fault] };
}

function amountWithin({ amountMin, amountMax }: Limits, read: Read<bigint>): Read<bigint> {
  if (!("value" in read)) return read;
  const { value: amount } = read;
  if (amountMin !== null && amount < amountMin) return fail("amount_at_least", { amount, limit: amountMin });
  return amountMax !== null && amount > amountMax ? fail("amount_at_most", { amount, limit: amountMax }) : read;
}

/** As many as any offer may have, where this one says nothing. */
const mostInstalments = 600;

function instalmentsWithin({ instalmentsMin, instalmentsMax }: Limits, read: Read<number>): Read<number> {
  if (!("value" in read)) return read;
  const { value: count } = read;
  const [least, most] = [instalmentsMin ?? 1, instalmentsMax ?? mostInstalments];
  if (count < least) return fail("instalments_at_least", { count, limit: least });
  return count > most ? fail("instalments_at_most", { count, limit: most }) : read;
}

/** Blank is the business date. */
function readDay(typed: string, businessDate: Day): Read<Day> {
  if (typed.trim() === "") return { value: businessDate };
  const day = parseDay(typed.trim());
  return day === undefined ? fail("day_unreadable") : { value: day };
}
