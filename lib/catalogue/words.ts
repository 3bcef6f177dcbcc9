import { percent } from "#lib/amount/percent";
import { amountFaults, wordAmountFault } from "#lib/amount/typed";
import { allFields } from "#lib/catalogue/field";
import type { Fault } from "#lib/catalogue/read";
import { percentSign } from "#lib/catalogue/value";
import { parseAmount } from "#lib/domain/money";
import type { Details } from "#lib/history";
import type { Translate } from "#lib/messages/catalogue";
import type { Way } from "#lib/way";

export const fieldLabel = (name: string, t: Translate) => t(`offering_field.${name}` as never);

/** One of the words that a field chooses among. */
export const optionLabel = (name: string, option: string, t: Translate) =>
  t(`offering_option.${name}_${option.replace(/\W/g, "_")}` as never);

/** The text of a value, in words. */
export function wordValue(name: string, text: string, { language, t, format }: Way): string {
  const kind = Object.hasOwn(allFields, name) ? allFields[name]?.kind : undefined;
  if (kind === "yes") return t(text === "yes" ? "offering.yes" : "offering.no");
  if (text === "") return t(name === "first_due_after_days" ? "offering.one_period" : "offering.none");
  const money = (amount: string) => format.money(parseAmount(amount, 2) ?? 0n);
  switch (kind) {
    case "option":
      return optionLabel(name, text, t);
    case "number":
      return format.count(Number(text));
    case "money":
      return money(text);
    case "rate":
    case "share":
      return percent(text, language);
    case "day":
      return format.plainDay(text);
    case "charge":
      return text.endsWith(percentSign) ? percent(text.replace(percentSign, ""), language) : money(text);
    case "order":
      return text
        .split(", ")
        .map((each) => optionLabel(name, each, t))
        .join(", ");
    default:
      return text;
  }
}

/** What an edit changed, field by field, as the history keeps it. */
export function wordChanges(details: Details, way: Way): string[] {
  return Object.entries(details).flatMap(([name, value]) => {
    if (!Object.hasOwn(allFields, name) || !Array.isArray(value)) return [];
    const [before = "", after = ""] = value;
    const said = { before: wordValue(name, before, way), after: wordValue(name, after, way) };
    return [way.t("history.changed", { what: fieldLabel(name, way.t), ...said })];
  });
}

/** What is wrong with a field, and what would be right. */
export function wordFault({ word, values = {} }: Omit<Fault, "field">, t: Translate): string {
  const amount = amountFaults.find((each) => `amount_${each}` === word);
  if (amount !== undefined) return wordAmountFault(amount, Number(values["decimals"]), t);
  return t(`offering_fault.${word}` as never, values as never);
}
