import { type Details, valuesFrom } from "#lib/history";
import type { Way } from "#lib/way";

/** What purchases, cards and accounts are told of by: amounts, and the records that have to do with them. */
const cardDetails = [
  ...["amount", "line", "note", "surplus", "authorized", "settled", "held"],
  ...["card", "credit", "request", "account", "product", "replaces"],
  ...["last_four", "closing_day", "due_day", "moved", "flag", "rules"],
] as const;

/** Whether a deed is one with purchases, cards or card accounts. */
export const isCardDeed = (action: string) => /^(authorization|settlement|purchase|flag|accounts|cards|balance)\./.test(action);

type Said = Pick<Way, "t" | "format">;

/** What a deed with a card says of what it did, part by part. */
export function wordCardDetails(details: Details, way: Said): string[] {
  return cardDetails.flatMap((name) => {
    const value = details[name];
    return value === undefined || value === null || value === "" ? [] : [wordCardDetail(name, value, way)];
  });
}

/** One part of it. */
function wordCardDetail(name: string, value: NonNullable<Details[string]>, { t, format }: Said): string {
  if (name === "rules")
    return [value]
      .flat()
      .map((rule) => t(`card_rule.${rule}` as never))
      .join(", ");
  if (name === "flag") return t(`card_flag.${value}` as never);
  const { shown } = valuesFrom({ shown: value });
  return t(`card_detail.${name}` as never, { value: typeof shown === "bigint" ? format.money(shown) : String(shown) } as never);
}
