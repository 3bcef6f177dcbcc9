import { newOfferFields, type OfferTab, offerFields, productFields } from "#lib/catalogue/field";
import { type FormGroup, type FormRow, type FormWay, rowsOf } from "#lib/catalogue/form";
import { type OfferContents, textsOfTab } from "#lib/catalogue/offer";
import { type Limits, limitValues } from "#lib/catalogue/product";
import { optionLabel, wordValue } from "#lib/catalogue/words";
import { writeAmount } from "#lib/domain/money";
import type { Component, Rules } from "#lib/domain/rules";

const limitNames = ["amount_min", "amount_max", "instalments_min", "instalments_max", "max_active_credits"] as const;

export const productGroups = (way: FormWay): FormGroup[] => [
  { title: way.t("offering.group_product"), rows: rowsOf(productFields, ["name", "kind", "decimals"], way) },
  { title: way.t("offering.group_limits"), rows: rowsOf(productFields, [...limitNames, "tolerance"], way) },
  {
    title: way.t("offering.group_cycles"),
    lead: way.t("offering.cycles_lead"),
    rows: rowsOf(productFields, ["closing_day", "due_day", "minimum_percent", "minimum_fixed"], way),
  },
];

export const newOfferGroups = (way: FormWay): FormGroup[] => [{ rows: rowsOf(newOfferFields, ["name"], way) }];

/** Removing an offer asks for its ID to be typed. */
export const removalGroups = (code: string, { t }: FormWay): FormGroup[] => [
  {
    rows: [
      {
        ...{ name: "typed_code", label: t("offering.remove_typed", { code }), why: "" },
        inputs: [{ name: "typed_code", kind: "line", value: "" }],
      },
    ],
  },
];

/** What an offer's form says beside its own fields. */
export type OfferWay = FormWay & { inherited: Limits; rules: Pick<Rules, "allocation" | "maxActiveCredits"> };

/** A tab of an offer, in groups. */
export const offerGroups = (tab: OfferTab, way: OfferWay): FormGroup[] => groupsOf[tab](way);

/** The same tab as facts, for whoever cannot edit it now; a limit that it inherits shows as such. */
export function offerFacts(tab: OfferTab, offer: OfferContents, way: OfferWay) {
  const texts = textsOfTab(tab, offer);
  const inherited: Readonly<Record<string, bigint | number | null>> = limitValues(way.inherited);
  return offerGroups(tab, way).map(({ title = "", lead, rows }) => ({
    ...{ title, lead },
    facts: rows.map(({ name, label }) => {
      const limit = inherited[name];
      const isOwn = texts[name] !== "" || limit === undefined || limit === null;
      const value = wordValue(name, isOwn ? (texts[name] ?? "") : limitText(limit), way);
      return [label, isOwn ? value : way.t("record.inherited", { limit: value })] as const;
    }),
  }));
}

const groupsOf: Record<OfferTab, (way: OfferWay) => FormGroup[]> = {
  general: (way) => [
    {
      title: way.t("offering.group_general"),
      rows: rowsOf(offerFields.general, ["name", "type", "valid_from", "valid_until", "downpayment"], way),
    },
    {
      title: way.t("offering.group_limits"),
      lead: limitsLead(way),
      rows: rowsOf(offerFields.general, limitNames, { ...way, more: { ...way.more, ...inheritedWords(way) } }),
    },
  ],
  repayment: (way) => {
    const rows = (...names: (keyof typeof offerFields.repayment)[]) => rowsOf(offerFields.repayment, names, way);
    const { t } = way;
    return [
      { title: t("offering.group_rate"), rows: rows("method", "annual_rate", "rate_kind", "interest", "day_count") },
      {
        title: t("offering.group_instalments"),
        rows: rows("every", "unit", "first_due_after_days", "business_days", "month_end"),
      },
      {
        title: t("offering.group_grace"),
        rows: rows("grace_on_principal", "grace_on_interest", "instalment_multiple", "rounding"),
      },
      { title: t("offering.missed"), lead: t("offering.missed_lead"), rows: [] },
    ];
  },
  charges: (way) => [
    ...orderIn(way).map((component, at) => chargeGroup(component, at + 1, way)),
    {
      title: way.t("offering.group_collection"),
      lead: way.t("offering.charges_lead"),
      rows: rowsOf(offerFields.charges, ["collection"], way).map((row) => withOrder(row, way)),
    },
  ],
};

const chargeNames = {
  penalty: ["late_rate", "late_fee"],
  interest: [],
  fee: ["upfront_fee", "instalment_fee"],
  principal: [],
} as const satisfies Record<Component, readonly (keyof typeof offerFields.charges)[]>;

function chargeGroup(component: Component, place: number, way: OfferWay): FormGroup {
  const { t, typed } = way;
  const title = t("offering.priority", { place, group: t(`offering.group_${component}`) });
  const rows = rowsOf(offerFields.charges, chargeNames[component], way);
  if (component === "principal") return { title, lead: t("offering.principal_lead"), rows };
  if (component !== "interest") return { title, rows };
  const rate = typed["annual_rate"] ?? "";
  return {
    title,
    lead: t("offering.interest_lead", { rate: rate === "" ? t("offering.not_set") : wordValue("annual_rate", rate, way) }),
    rows,
  };
}

/** As the offer says, else as the project does. */
function orderIn({ typed, rules: { allocation } }: OfferWay): readonly Component[] {
  const own = allocation.map((_, at) => allocation.find((each) => each === typed[`collection_${at + 1}`]));
  return own.every((each) => each !== undefined) && new Set(own).size === own.length ? own : allocation;
}

function withOrder(row: FormRow, { t, rules: { allocation } }: OfferWay): FormRow {
  const order = allocation.map((each) => optionLabel("collection", each, t)).join(", ");
  return { ...row, why: [row.why, t("offering.own_order", { order })].filter(Boolean).join(" ") };
}

function limitsLead({ t, format, rules: { maxActiveCredits: limit } }: OfferWay): string {
  return limit === null ? t("offering.limits_lead_none") : t("offering.limits_lead", { limit: format.count(limit) });
}

/** What each limit comes to while it is blank. */
function inheritedWords({ inherited, ...way }: OfferWay): Record<string, string> {
  const words = Object.entries(limitValues(inherited)).map(([name, limit]) => {
    if (limit === null) return [name, way.t("offering.inherited_none")];
    return [name, way.t("offering.inherited", { limit: wordValue(name, limitText(limit), way) })];
  });
  return Object.fromEntries(words);
}

const limitText = (limit: bigint | number) => (typeof limit === "bigint" ? writeAmount(limit, 2) : `${limit}`);
