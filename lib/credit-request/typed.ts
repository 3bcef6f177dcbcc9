import { typedAmount } from "#lib/amount/typed";
import type { Offering, Refinanceable } from "#lib/credit-request/borrowing";
import { fail, type Read } from "#lib/credit-request/field";
import { addDays, type Day, parseDay } from "#lib/domain/day";
import { divide } from "#lib/domain/money";
import { unitOf } from "#lib/domain/offer-terms";
import { parseRate, one as wholeRate } from "#lib/domain/rate";

/** All that is asked for: what was typed, and what pays off the credit to refinance, rounded up to the offer's decimals. */
export function readAmount(typed: string, decimals: number, old: Refinanceable | undefined): Read<bigint> {
  if (typed.trim() === "") return old === undefined ? fail("amount_missing") : { value: coveredBy(old, decimals) };
  const amount = typedAmount(typed, decimals);
  if (typeof amount === "string") return fail(amount, { decimals });
  if (amount === 0n && old === undefined) return fail("amount_zero");
  return { value: amount + coveredBy(old, decimals) };
}

export function coveredBy(old: Refinanceable | undefined, decimals: number): bigint {
  const unit = unitOf({ decimals });
  return old === undefined ? 0n : divide(old.payoff, unit, "up") * unit;
}

type Purchase = Pick<Offering, "type" | "downpayment" | "decimals">;

/** What is paid down of a purchase, at least what its offer asks for. */
export function readDownpayment(typed: string, offering: Purchase | undefined, price: bigint | undefined): Read<bigint> {
  const paid = typed.trim() === "" ? 0n : typedAmount(typed, offering?.decimals ?? 2);
  if (typeof paid === "string") return fail(paid, { decimals: offering?.decimals ?? 2 });
  if (offering === undefined || price === undefined) return { value: paid };
  if (offering.type === "cash") return paid === 0n ? { value: 0n } : fail("downpayment_of_cash");
  if (paid >= price) return fail("downpayment_whole", { amount: price });
  const least = leastDown(offering, price);
  return paid < least ? fail("downpayment_least", { least, percentRate: offering.downpayment ?? "0" }) : { value: paid };
}

function leastDown({ downpayment, decimals }: Purchase, price: bigint): bigint {
  const unit = unitOf({ decimals });
  return divide(price * (parseRate(downpayment ?? "0") ?? 0n), wholeRate * unit, "up") * unit;
}

export function readInstalments(typed: string): Read<number> {
  if (typed.trim() === "") return fail("instalments_missing");
  const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return count > 0 ? { value: count } : fail("instalments_unreadable");
}

type Days = { businessDate: Day; registeredOn: Day; old: Refinanceable | undefined };

/** The day on which it is paid out; null is the business date on which it is confirmed. */
export function readDisbursement(typed: string, { businessDate, registeredOn, old }: Days): Read<Day | null> {
  if (typed.trim() === "") return { value: null };
  const day = parseDay(typed.trim());
  if (day === undefined) return fail("day_unreadable");
  if (day > businessDate) return fail("disburse_later", { businessDate });
  if (day < registeredOn) return fail("disburse_before_customer", { registeredDate: registeredOn });
  if (old !== undefined) return day === businessDate ? { value: null } : fail("disburse_refinancing", { businessDate });
  return { value: day };
}

/** A first instalment that is due later than that was mistyped. */
const mostDaysToFirstDue = 731;

export function readFirstDue(typed: string, disbursedOn: Day | undefined): Read<Day | null> {
  if (typed.trim() === "") return { value: null };
  const day = parseDay(typed.trim());
  if (day === undefined) return fail("day_unreadable");
  if (disbursedOn === undefined) return { value: day };
  if (day <= disbursedOn) return fail("first_due_early", { disbursedDate: disbursedOn });
  const latest = addDays(disbursedOn, mostDaysToFirstDue);
  return day > latest ? fail("first_due_late", { latestDate: latest }) : { value: day };
}
