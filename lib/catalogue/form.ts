import { type CatalogueField, type Fields, inputsOf } from "#lib/catalogue/field";
import type { Typed } from "#lib/catalogue/read";
import { fieldLabel, optionLabel } from "#lib/catalogue/words";
import type { Translate } from "#lib/messages/catalogue";
import { offeringWhyWords } from "#lib/messages/offering-field";
import type { Way } from "#lib/way";

export type FormInput = {
  name: string;
  kind: "line" | "day" | "choice" | "yes" | "fixed";
  value: string;
  mode?: "numeric" | "decimal";
  options?: readonly (readonly [value: string, label: string])[];
  /** Of several in one row each has its own name. */
  label?: string;
};
export type FormRow = { name: string; label: string; why: string; inputs: readonly FormInput[] };
export type FormGroup = { title?: string; lead?: string; rows: readonly FormRow[] };

/** How the fields of a form show: what they hold, and what they add to what each field is for. */
export type FormWay = Way & {
  typed: Typed;
  /** Sentences on what a blank field means, or on why one cannot change. */
  more?: Readonly<Record<string, string>>;
  /** Fields that stay as they are. */
  fixed?: readonly string[];
};

function rowOf(name: string, field: CatalogueField, way: FormWay): FormRow {
  const { t } = way;
  return { name, label: fieldLabel(name, t), why: whyOf(name, field, way), inputs: inputsIn(name, field, way) };
}

/** The rows of some of the fields, in the order given. */
export const rowsOf = <Of extends Fields>(fields: Of, names: readonly (keyof Of & string)[], way: FormWay): FormRow[] =>
  names.map((name) => rowOf(name, fields[name] as CatalogueField, way));

function inputsIn(name: string, field: CatalogueField, way: FormWay): FormInput[] {
  const { typed, t, fixed = [] } = way;
  const value = typed[name] ?? "";
  switch (field.kind) {
    case "option":
      if (fixed.includes(name)) return [{ name, kind: "fixed", value, label: optionLabel(name, value, t) }];
      return [{ name, kind: "choice", value, options: optionsOf(name, field, t) }];
    case "yes":
    case "day":
      return [{ name, kind: field.kind, value }];
    case "charge":
      return chargeInputs(name, way);
    case "order":
      return inputsOf(name, field).map((input, at) => ({
        ...{ name: input, kind: "choice", value: typed[input] ?? "" },
        options: optionsOf(name, field, t),
        label: t("offering.place_of", { field: fieldLabel(name, t), place: at + 1 }),
      }));
    case "number":
      if (fixed.includes(name)) return [{ name, kind: "fixed", value, label: value }];
      return [{ name, kind: "line", value, mode: "numeric" }];
    default:
      return [{ name, kind: "line", value, ...(field.kind !== "text" && { mode: "decimal" }) }];
  }
}

function chargeInputs(name: string, { typed, t }: FormWay): FormInput[] {
  const label = fieldLabel(name, t);
  const options = [
    ["", t("offering.none")],
    ["fixed", t("offering.fixed")],
    ["percent", t("offering.percent")],
  ] as const;
  const kind = `${name}_kind`;
  return [
    { name: kind, kind: "choice", value: typed[kind] ?? "", options, label: t("offering.kind_of", { field: label }) },
    { name, kind: "line", value: typed[name] ?? "", mode: "decimal", label },
  ];
}

function optionsOf(name: string, field: { options: readonly string[]; isOptional?: true }, t: Translate): [string, string][] {
  const words = field.options.map((option): [string, string] => [option, optionLabel(name, option, t)]);
  return field.isOptional ? [["", t("offering.not_set")], ...words] : words;
}

function whyOf(name: string, field: CatalogueField, { t, format, more = {}, fixed = [] }: FormWay): string {
  const isBounded = field.kind === "number" && more[name] === undefined && !fixed.includes(name);
  const isAmount = field.kind === "money" || field.kind === "charge";
  return [
    Object.hasOwn(offeringWhyWords.en, name) ? t(`offering_why.${name}` as never) : "",
    isBounded ? t("offering.bounds", { least: format.count(field.least), most: format.count(field.most) }) : "",
    isAmount ? t("offering.money_in", { currency: format.currency }) : "",
    more[name] ?? "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
