import { plainPercent } from "#lib/amount/percent";
import type { productFields } from "#lib/catalogue/field";
import type { ValuesOf } from "#lib/catalogue/value";

/** Of a product, or an offer that sets them itself, amounts in minor units; null is no limit, or the product's. */
export type Limits = {
  amountMin: bigint | null;
  amountMax: bigint | null;
  instalmentsMin: number | null;
  instalmentsMax: number | null;
  /** Of one customer. */
  maxActiveCredits: number | null;
};

/** Of a product for cards: the days of the month that its accounts begin with, and what a cycle asks at least. */
type Cycles = {
  closingDay: number | null;
  dueDay: number | null;
  /** Of the debt. */
  minimumPercent: string | null;
  minimumFixed: bigint | null;
};

/** What a product says, as it is stored; the tolerance is in minor units. */
export type ProductContents = Limits &
  Cycles & {
    name: string;
    kind: "credit" | "card";
    tolerance: bigint;
    /** In how many decimals the amounts of its credits are computed. */
    decimals: number;
  };

type Values = ValuesOf<typeof productFields>;

export const productValues = ({ name, kind, decimals, tolerance, ...said }: ProductContents): Values => ({
  ...{ name, kind, decimals, tolerance },
  ...limitValues(said),
  ...{ closing_day: said.closingDay, due_day: said.dueDay, minimum_fixed: said.minimumFixed },
  minimum_percent: said.minimumPercent === null ? null : plainPercent(said.minimumPercent),
});

export const productFrom = ({ name, kind, decimals, tolerance, ...said }: Values): ProductContents => ({
  ...{ name, kind, decimals, tolerance },
  ...limitsFrom(said),
  ...{ closingDay: said.closing_day, dueDay: said.due_day },
  ...{ minimumPercent: said.minimum_percent, minimumFixed: said.minimum_fixed },
});

type LimitValues = Pick<Values, "amount_min" | "amount_max" | "instalments_min" | "instalments_max" | "max_active_credits">;

export const limitValues = (limits: Limits): LimitValues => ({
  amount_min: limits.amountMin,
  amount_max: limits.amountMax,
  instalments_min: limits.instalmentsMin,
  instalments_max: limits.instalmentsMax,
  max_active_credits: limits.maxActiveCredits,
});

export const limitsFrom = (values: LimitValues): Limits => ({
  amountMin: values.amount_min,
  amountMax: values.amount_max,
  instalmentsMin: values.instalments_min,
  instalmentsMax: values.instalments_max,
  maxActiveCredits: values.max_active_credits,
});

/** What holds for an offer: its own limits, and where it sets none its product's. */
export const effectiveLimits = (own: Limits, inherited: Limits): Limits => ({
  amountMin: own.amountMin ?? inherited.amountMin,
  amountMax: own.amountMax ?? inherited.amountMax,
  instalmentsMin: own.instalmentsMin ?? inherited.instalmentsMin,
  instalmentsMax: own.instalmentsMax ?? inherited.instalmentsMax,
  maxActiveCredits: own.maxActiveCredits ?? inherited.maxActiveCredits,
});
