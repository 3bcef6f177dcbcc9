import type { Values } from "#lib/domain/machine";

/** What an entry of the history may hold besides its columns: no personal data. */
export type Details = { [key: string]: string | number | boolean | null | string[] };

const mark = "minor:";

/** Values of a refusal or a cause as JSON holds them: money, which JSON has no number for, as marked text. */
export function storedValues(values: Values): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === "bigint" ? `${mark}${value}` : value]),
  );
}

/** The amount that an operator decided, as an entry holds it: of nothing, none. */
export const storedAmount = (amountMinor: bigint | undefined) => (amountMinor ? storedValues({ amount: amountMinor }) : {});

/** The values again, from what is stored. */
export function valuesFrom(stored: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    Object.entries(stored).map(([key, value]) => {
      if (typeof value === "number") return [key, value];
      const text = String(value);
      return [key, text.startsWith(mark) ? BigInt(text.slice(mark.length)) : text];
    }),
  );
}
