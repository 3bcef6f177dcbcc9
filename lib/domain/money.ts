/** How a value between two minor units becomes one of them: up is away from zero, down is towards it. */
export const roundings = ["half_even", "half_up", "up", "down"] as const;
export type Rounding = (typeof roundings)[number];

/** The quotient as a whole number; the denominator is positive. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const quotient = numerator / denominator;
  const rest = numerator - quotient * denominator;
  if (rest === 0n || !isAway(rounding, quotient, rest < 0n ? -rest : rest, denominator)) return quotient;
  return rest < 0n ? quotient - 1n : quotient + 1n;
}

/** The multiple nearest to an amount; of two equally near, the one that the rounding says. */
export function nearestMultiple(amount: bigint, multiple: bigint, rounding: Rounding): bigint {
  const below = (amount / multiple) * multiple;
  const twice = (amount - below) * 2n;
  if (twice === multiple) return divide(amount, multiple, rounding) * multiple;
  return twice < multiple ? below : below + multiple;
}

/** Minor units of a decimal text such as `1234.50`; undefined where it is none or has more decimals than the currency. */
export function parseAmount(text: string, decimals: number): bigint | undefined {
  const [, whole, fraction = ""] = /^(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text) ?? [];
  if (whole === undefined || /[1-9]/.test(fraction.slice(decimals))) return undefined;
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
}

/** The decimal text of minor units, with exactly so many decimals. */
export function writeAmount(minor: bigint, decimals: number): string {
  const digits = `${minor < 0n ? -minor : minor}`.padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${minor < 0n ? "-" : ""}${whole}${decimals === 0 ? "" : `.${digits.slice(-decimals)}`}`;
}

/** Whether an amount, of two decimals, is one in so many. */
export const hasDecimals = (amountMinor: bigint, decimals: number) => amountMinor % 10n ** BigInt(2 - decimals) === 0n;

export const leastOf = (one: bigint, other: bigint) => (one < other ? one : other);
export const mostOf = (one: bigint, other: bigint) => (one < other ? other : one);

function isAway(rounding: Rounding, quotient: bigint, rest: bigint, denominator: bigint): boolean {
  if (rounding === "up" || rounding === "down") return rounding === "up";
  const twice = rest + rest;
  if (twice !== denominator) return twice > denominator;
  return rounding === "half_up" || quotient % 2n !== 0n;
}
