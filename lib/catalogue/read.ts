import { typedAmount } from "#lib/amount/typed";
import type { CatalogueField, Fields } from "#lib/catalogue/field";
import type { ValuesOf } from "#lib/catalogue/value";
import { parseDay } from "#lib/domain/day";
import type { Charge } from "#lib/domain/offer-terms";
import { parseRate } from "#lib/domain/rate";

export type Typed = Readonly<Record<string, string>>;

/** What is wrong with a field; the word of the catalogue that says so, and the numbers and words that it puts in. */
export type Fault = { field: string; word: FaultWord; values?: Readonly<Record<string, string | number>> };
export type FaultWord = (typeof faultWords)[number];

export const faultWords = [
  "missing",
  "too_long",
  "unwritable",
  "not_an_option",
  "not_a_number",
  "not_a_day",
  "not_a_rate",
  "rate_as_fraction",
  "not_a_share",
  "zero",
  "charge_missing",
  "charge_unasked",
  "not_an_order",
  "amount_unreadable",
  "amount_negative",
  "amount_ambiguous",
  "amount_too_many_decimals",
  "amount_too_large",
  "least_above_most",
  "until_before_from",
  "every_without_unit",
  "every_too_many",
  "grace_too_long",
  "only_of_purchases",
  "only_of_cards",
  "decimals_in_use",
  "kind_in_use",
  "decimals_of_offer",
  "offer_least_above_most",
  "offer_grace_too_long",
  "offer_needs",
] as const;

/** Reads a form of a product or an offer, whose amounts have so many decimals: every value, or what is wrong with which. */
export function readFields<const Of extends Fields>(
  fields: Of,
  typed: Typed,
  decimals: number,
): { ok: true; values: ValuesOf<Of> } | { ok: false; faults: Fault[] } {
  const read = Object.entries(fields).map(([name, field]) => [name, readField(name, field, typed, decimals)] as const);
  const faults = read.flatMap(([field, value]) => (isWrong(value) ? [{ field, ...value.wrong }] : []));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, values: Object.fromEntries(read) as ValuesOf<Of> };
}

/** Stands instead of a value. */
type Wrong = { wrong: Omit<Fault, "field"> };
const wrong = (word: FaultWord, values: Fault["values"] = {}): Wrong => ({ wrong: { word, values } });
const isWrong = (value: unknown): value is Wrong => typeof value === "object" && value !== null && "wrong" in value;

function readField(name: string, field: CatalogueField, typed: Typed, decimals: number): unknown {
  const text = (typed[name] ?? "").normalize("NFC").trim();
  if (field.kind === "yes") return ["", "yes"].includes(text) ? text === "yes" : wrong("not_an_option");
  if (field.kind === "order") return readOrder(name, field, typed);
  if (field.kind === "charge") return readCharge(typed[`${name}_kind`] ?? "", text, decimals);
  if (text === "") return field.isOptional ? null : wrong("missing");
  return readers[field.kind](text, field as never, decimals);
}

type Kind = Exclude<CatalogueField["kind"], "yes" | "order" | "charge">;
type Of<K extends Kind> = Extract<CatalogueField, { kind: K }>;

const readers: { [K in Kind]: (text: string, field: Of<K>, decimals: number) => unknown } = {
  text: (text, { most }) => {
    if (/[\p{Cc}\p{Cs}]/u.test(text)) return wrong("unwritable");
    return [...text].length > most ? wrong("too_long", { most }) : text;
  },
  option: (text, { options }) => (options.includes(text) ? text : wrong("not_an_option")),
  number: (text, { least, most }) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : wrong("not_a_number", { least, most });
  },
  money: (text, { mayBeZero = false }, decimals) => readAmount(text, mayBeZero, decimals),
  rate: (text) => {
    const percent = readPercent(text);
    if (percent === undefined || Number(percent) > mostRate) return wrong("not_a_rate", { most: mostRate });
    return Number(percent) > 0 && Number(percent) < 1 ? wrong("rate_as_fraction") : percent;
  },
  share: (text) => readShare(text, 2),
  day: (text) => parseDay(text) ?? wrong("not_a_day"),
};

/** Percent a year. */
const mostRate = 1_000;

function readAmount(text: string, mayBeZero: boolean, decimals: number): bigint | Wrong {
  const amount = typedAmount(text, decimals);
  if (typeof amount !== "bigint") return wrong(`amount_${amount}`, { decimals });
  return amount > 0n || mayBeZero ? amount : wrong("zero");
}

function readShare(text: string, decimals: number): string | Wrong {
  const percent = readPercent(text);
  const isPrecise = (percent?.split(".")[1] ?? "").length <= decimals;
  if (percent === undefined || !isPrecise || Number(percent) >= 100) return wrong("not_a_share", { decimals });
  return Number(percent) > 0 ? percent : wrong("zero");
}

/** `28,50 %` as `28.5`; undefined where it is no percentage. */
function readPercent(text: string): string | undefined {
  const plain = text.replace(/\s*%$/, "").replace(",", ".");
  if (parseRate(plain) === undefined) return undefined;
  const [whole = "", fraction = ""] = plain.split(".");
  const [digits, decimals] = [whole.replace(/^0+(?=\d)/, ""), fraction.replace(/0+$/, "")];
  return decimals === "" ? digits : `${digits}.${decimals}`;
}

function readCharge(kind: string, text: string, decimals: number): Charge | null | Wrong {
  if (kind === "") return text === "" ? null : wrong("charge_unasked");
  if (kind !== "fixed" && kind !== "percent") return wrong("not_an_option");
  if (text === "") return wrong("charge_missing");
  if (kind === "percent") {
    const percent = readShare(text, 6);
    return isWrong(percent) ? percent : { kind, percent };
  }
  const amount = readAmount(text, false, decimals);
  return isWrong(amount) ? amount : { kind, minor: `${amount}` };
}

function readOrder(name: string, { options, isOptional }: Order, typed: Typed): readonly string[] | null | Wrong {
  const chosen = options.map((_, at) => typed[`${name}_${at + 1}`] ?? "").filter((each) => each !== "");
  if (chosen.length === 0 && isOptional) return null;
  return String([...chosen].toSorted()) === String([...options].toSorted()) ? chosen : wrong("not_an_order");
}
type Order = Extract<CatalogueField, { kind: "order" }>;
