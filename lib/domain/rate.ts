import { divide } from "#lib/domain/money";

/** A rate is a whole number of these parts of one: 19 decimals, rounded half-even. */
export const one = 10n ** 19n;

/** nominal: divided by the periods of a year; effective: what a year yields with interest upon interest (Colombia's E.A.). */
export const rateKinds = ["nominal", "effective"] as const;
export type RateKind = (typeof rateKinds)[number];

/** Years are counted in ticks: 1/12, 1/52, 1/360, 1/365 and 1/366 of a year are whole numbers of them. */
export const ticksPerYear = 20_840_040;

/** The rate of a text in percent, such as `12.5`; undefined where it is none. */
export function parseRate(percent: string): bigint | undefined {
  const [, whole, fraction = ""] = /^(\d{1,5})(?:\.(\d{1,12}))?$/.exec(percent) ?? [];
  return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(17, "0"));
}

/** What a rate per year is over a part of the year, given in ticks; effective: (1 + rate) to the power of that part, less 1. */
export function rateOver(ticks: number, annualRate: bigint, kind: RateKind): bigint {
  if (kind === "nominal") return divide(annualRate * BigInt(ticks), BigInt(ticksPerYear), "half_even");
  const exponent = (logarithm(one + annualRate) * BigInt(ticks)) / BigInt(ticksPerYear);
  return divide(exponential(exponent), finer / one, "half_even") - one;
}

/** The series are summed with 16 decimals more than what comes out of them. */
const finer = one * 10n ** 16n;

/** ln x = 2 (z + z³/3 + z⁵/5 + …), where z = (x − 1) ÷ (x + 1). */
function logarithm(rate: bigint): bigint {
  const z = ((rate - one) * finer) / (rate + one);
  const square = (z * z) / finer;
  let sum = 0n;
  let power = z;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) / finer;
  }
  return 2n * sum;
}

/** eˣ = 1 + x + x²/2! + x³/3! + … */
function exponential(exponent: bigint): bigint {
  let sum = 0n;
  let term = finer;
  for (let count = 1n; term !== 0n; count++) {
    sum += term;
    term = (term * exponent) / (finer * count);
  }
  return sum;
}
