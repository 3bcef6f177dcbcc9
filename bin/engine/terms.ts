import { z } from "zod";
import { amount, count, day, rate } from "#bin/engine/field";
import { monthEnds } from "#lib/domain/day";
import { roundings } from "#lib/domain/money";
import { rateKinds } from "#lib/domain/rate";
import { termsFault } from "#lib/domain/schedule/terms-fault";
import { dayCounts, interests, methods, type Terms, units } from "#lib/domain/terms";

/** The terms of a credit, as scripts write them; how many decimals its amounts have, they say themselves. */
export const termsInput = (decimals: number): z.ZodType<Terms> =>
  z
    .strictObject({
      principal: amount(decimals),
      currency: z.string().regex(/^[A-Z]{3}$/, "a currency has three capital letters, such as USD"),
      decimals: count(0, mostDecimals),
      annualRate: rate,
      rateKind: z.enum(rateKinds).default("nominal"),
      method: z.enum(methods),
      dayCount: z.enum(dayCounts).default("30/360"),
      interest: z.enum(interests).default("per_period"),
      instalments: count(1, 5000),
      every: count(1, 1000).default(1),
      unit: z.enum(units).default("month"),
      disbursedOn: day,
      firstDueOn: day.nullable().default(null),
      graceOnPrincipal: count(0, 5000).default(0),
      graceOnInterest: count(0, 5000).default(0),
      instalmentMultiple: z.preprocess(wholeAsText, amount(decimals).nullable()).default(null),
      upfrontFee: feeInput(decimals).nullable().default(null),
      instalmentFee: feeInput(decimals).nullable().default(null),
      lateFee: feeInput(decimals).nullable().default(null),
      lateRate: rate.nullable().default(null),
      monthEnd: z.enum(monthEnds).default("clamp"),
      businessDays: z.boolean().default(false),
      rounding: z.enum(roundings).default("half_even"),
    })
    .superRefine((terms, context) => {
      const fault = termsFault(terms);
      if (fault !== undefined) context.addIssue({ code: "custom", path: [fault.field], message: fault.because });
    });

/** The decimals that terms name; where they name none, what is wrong is said when they are read as a whole. */
export const decimalsIn = (terms: unknown) =>
  z.object({ decimals: count(0, mostDecimals) }).safeParse(terms).data?.decimals ?? mostDecimals;

const mostDecimals = 8;
const wholeAsText = (value: unknown) => (Number.isSafeInteger(value) ? String(value) : value);

function feeInput(decimals: number) {
  const fixed = z.strictObject({ fixed: amount(decimals) }).transform(({ fixed }) => ({ kind: "fixed" as const, amount: fixed }));
  const percent = z.strictObject({ percent: rate }).transform((fee) => ({ kind: "percent" as const, rate: fee.percent }));
  return z.union([fixed, percent], 'a fee is {"fixed":"5.00"} or {"percent":"1.5"}');
}
