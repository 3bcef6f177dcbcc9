import { z } from "zod";
import { type Day, parseDay } from "#lib/domain/day";
import { parseAmount } from "#lib/domain/money";
import { parseRate } from "#lib/domain/rate";

/** The fields of which input consists; amounts and rates are decimal texts, for a JSON number is not exact. */
export const count = (least: number, most: number) => z.int().min(least).max(most);

export const day = textAs<Day>(parseDay, "no day of the calendar such as 2024-02-29");

/** In percent. */
export const rate = textAs(parseRate, 'no rate in percent such as "12.5", from 0 to 99999 with at most 12 decimals');

/** Minor units, above 0. */
export const amount = (decimals: number) =>
  textAs(
    (text) => parseAmount(text, decimals) || undefined,
    `no amount above 0 with at most ${decimals} decimals, such as "1234"`,
  );

function textAs<Value>(parse: (text: string) => Value | undefined, is: string) {
  return z.string().transform((text, context) => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: `${JSON.stringify(text)} is ${is}` });
    return z.NEVER;
  });
}
