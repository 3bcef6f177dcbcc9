import type { CatalogueField, Fields } from "#lib/catalogue/field";
import type { Day } from "#lib/domain/day";
import { writeAmount } from "#lib/domain/money";
import type { Charge } from "#lib/domain/offer-terms";

type Needed<Field> = Field extends { kind: "option"; options: readonly (infer Option)[] }
  ? Option
  : Field extends { kind: "order"; options: readonly (infer Option)[] }
    ? readonly Option[]
    : Field extends { kind: infer Kind extends keyof Plain }
      ? Plain[Kind]
      : never;
type Plain = {
  text: string;
  number: number;
  money: bigint;
  rate: string;
  share: string;
  day: Day;
  yes: boolean;
  charge: Charge;
};

/** What a field comes to: money in minor units, rates in percent as text; null where it was left blank. */
type ValueOf<Field> = Needed<Field> | (Field extends { isOptional: true } ? null : never);
export type ValuesOf<Of extends Fields> = { [Name in keyof Of]: ValueOf<Of[Name]> };
type AnyValue = ValueOf<CatalogueField> | null;

/** Values as texts: one of each field, which the history keeps and which tells two versions apart. */
export type Texts = Readonly<Record<string, string>>;

export function textsOf<Of extends Fields>(fields: Of, values: ValuesOf<Of>): Texts {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, textOf(values[name] as AnyValue)]));
}

/** What a form of the fields holds before anybody types, by the names under which it sends it. */
export function typedOf<Of extends Fields>(fields: Of, values: ValuesOf<Of>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind }]): [string, string][] => {
      const value = values[name] as AnyValue;
      if (kind === "order") return ((value ?? []) as readonly string[]).map((each, at) => [`${name}_${at + 1}`, each]);
      if (kind === "charge" && value !== null)
        return [
          [`${name}_kind`, (value as Charge).kind],
          [name, textOf(value).replace(percentSign, "")],
        ];
      return [[name, textOf(value)]];
    }),
  );
}

/** Tells a percentage from an amount where a text may be either. */
export const percentSign = " %";

/** An amount as one types it, with decimals only where there are cents. */
const plainAmount = (minor: bigint) => writeAmount(minor, 2).replace(/\.00$/, "");

function textOf(value: AnyValue): string {
  if (value === null || value === false) return "";
  if (value === true) return "yes";
  if (typeof value === "bigint") return plainAmount(value);
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "object") return String(value);
  const charge = value as Charge;
  return charge.kind === "fixed" ? plainAmount(BigInt(charge.minor)) : `${charge.percent}${percentSign}`;
}
