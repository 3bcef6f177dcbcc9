import type { Fact } from "#components/record/fact";
import type { Limits } from "#lib/catalogue/product";
import type { Way } from "#lib/way";

/** What may be lent, and how often; where an offer sets no limit itself, its product's. */
export function limitFacts(own: Limits, { t, format }: Pick<Way, "t" | "format">, inherited?: Limits): Fact[] {
  const said = (name: keyof Limits) => {
    const limit = own[name] ?? inherited?.[name] ?? null;
    if (limit === null) return t("record.no_limit");
    const text = typeof limit === "bigint" ? format.money(limit) : format.count(limit);
    return own[name] === null ? t("record.inherited", { limit: text }) : text;
  };
  return [
    [t("record.amount_min"), said("amountMin")],
    [t("record.amount_max"), said("amountMax")],
    [t("record.instalments_min"), said("instalmentsMin")],
    [t("record.instalments_max"), said("instalmentsMax")],
    [t("record.max_active"), said("maxActiveCredits")],
  ];
}
