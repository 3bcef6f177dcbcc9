import { parseAmount } from "#lib/domain/money";
import type { Translate } from "#lib/messages/catalogue";

/** Why a text is no amount; the word of the catalogue that says so is of the same name. */
export const amountFaults = ["unreadable", "negative", "ambiguous", "too_many_decimals", "too_large"] as const;
export type AmountFault = (typeof amountFaults)[number];

/**
 * The amount that somebody typed, in minor units of the database (cents), or why it is none; at most so many decimals may
 * be typed. A point and a comma may both stand before the decimals or between groups of three digits: the last of two
 * different ones, or one that stands alone and has not exactly three digits after it, begins the decimals; one that is
 * repeated groups. `1.234` and `1,234` may be either: a thousand where there are no decimals, else ambiguous.
 */
export function typedAmount(text: string, decimals: number): bigint | AmountFault {
  const typed = text.trim();
  if (/^[-−–]\s*\d/.test(typed)) return "negative";
  const read = readParts(typed, decimals);
  if (typeof read === "string") return read;
  const { whole, fraction } = read;
  if (/[1-9]/.test(fraction.slice(decimals))) return "too_many_decimals";
  const minor = parseAmount(`${whole.replace(/^0+(?=\d)/, "")}.${`${fraction}00`.slice(0, 2)}`, 2);
  return minor === undefined || minor > mostMinor ? "too_large" : minor;
}

/** What is wrong with an amount that was typed, and what would be right. */
export const wordAmountFault = (fault: AmountFault, decimals: number, t: Translate) => t(`amount.${fault}`, { decimals });

/** Of any currency, more than all that is lent. */
const mostMinor = 10n ** 17n;

const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;

function readParts(typed: string, decimals: number): { whole: string; fraction: string } | AmountFault {
  if (!/^\d[\d.,]*$/.test(typed) || typed.length > 100) return "unreadable";
  const separators = typed.replace(/\d/g, "");
  if (separators === "") return { whole: typed, fraction: "" };
  const last = separators.at(-1) ?? "";
  if (separators.length === 1 && grouped.test(typed)) return decimals === 0 ? wholeOf(typed) : "ambiguous";
  if (separators.length > 1 && !separators.slice(0, -1).includes(last)) return withDecimals(typed, last);
  if (separators.length > 1) return grouped.test(typed) ? wholeOf(typed) : "unreadable";
  return withDecimals(typed, last);
}

/** The last separator begins the decimals; what stands before it is plain or grouped. */
function withDecimals(typed: string, separator: string): { whole: string; fraction: string } | "unreadable" {
  const at = typed.lastIndexOf(separator);
  const [before, fraction] = [typed.slice(0, at), typed.slice(at + 1)];
  const isWhole = /^\d+$/.test(before) || grouped.test(before);
  return isWhole && fraction !== "" ? { whole: before.replace(/\D/g, ""), fraction } : "unreadable";
}

const wholeOf = (typed: string) => ({ whole: typed.replace(/\D/g, ""), fraction: "" });
