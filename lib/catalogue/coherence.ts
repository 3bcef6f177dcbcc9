import type { OfferContents } from "#lib/catalogue/offer";
import { effectiveLimits, type Limits, type ProductContents } from "#lib/catalogue/product";
import type { Fault } from "#lib/catalogue/read";
import { unitOf } from "#lib/domain/offer-terms";
import type { Unit } from "#lib/domain/terms";

/** What of a product cannot be together. */
export const faultsInProduct = (product: ProductContents): Fault[] => [
  ...limitFaults(product, product),
  ...(product.kind === "card" ? [] : cycleFaults(product)),
];

/** Only cards have cycles. */
function cycleFaults({ closingDay, dueDay, minimumPercent, minimumFixed }: ProductContents): Fault[] {
  const typed = { closing_day: closingDay, due_day: dueDay, minimum_percent: minimumPercent, minimum_fixed: minimumFixed };
  return Object.entries(typed).flatMap(([field, value]): Fault[] => (value === null ? [] : [{ field, word: "only_of_cards" }]));
}

/** What of an offer cannot be together, nor with what it inherits. */
export function faultsInOffer(offer: OfferContents, inherited: Limits): Fault[] {
  const { type, downpayment, validFrom, validUntil } = offer;
  const limits = effectiveLimits(offer, inherited);
  const isUpsideDown = validFrom !== null && validUntil !== null && validUntil < validFrom;
  return [
    ...limitFaults(limits, offer),
    ...(isUpsideDown ? [{ field: "valid_until", word: "until_before_from" } as const] : []),
    ...(type === "cash" && downpayment !== null ? [{ field: "downpayment", word: "only_of_purchases" } as const] : []),
    ...periodFaults(offer.terms),
    ...graceFaults(offer.terms, limits.instalmentsMax),
  ];
}

/** What of a product one of its offers, which inherits from it, cannot be with. */
export function faultsWithOffer(product: ProductContents, code: string, offer: OfferContents): Fault[] {
  const found = faultsInOffer(offer, product).flatMap(({ field, word, values }): Fault[] => {
    if (word === "least_above_most") return [{ field: otherEnd(field), word: "offer_least_above_most", values: { offer: code } }];
    if (word !== "grace_too_long") return [];
    return [{ field: "instalments_max", word: "offer_grace_too_long", values: { ...values, offer: code } }];
  });
  return [...found, ...decimalFaults(product, code, offer)];
}

/** Of two limits the one that the offer does not set. */
const otherEnd = (field: string) => (field.endsWith("_min") ? field.replace("_min", "_max") : field.replace("_max", "_min"));

/** The fault stands at the limit that is set; the other one of the two is inherited, or was right before. */
function limitFaults(limits: Limits, own: Limits): Fault[] {
  const isAbove = <Limit extends bigint | number>(least: Limit | null, most: Limit | null) =>
    least !== null && most !== null && least > most;
  const at = (most: keyof Limits, names: [least: string, most: string]): Fault => ({
    field: names[own[most] === null ? 0 : 1],
    word: "least_above_most",
  });
  return [
    ...(isAbove(limits.amountMin, limits.amountMax) ? [at("amountMax", ["amount_min", "amount_max"])] : []),
    ...(isAbove(limits.instalmentsMin, limits.instalmentsMax)
      ? [at("instalmentsMax", ["instalments_min", "instalments_max"])]
      : []),
  ];
}

/** A year of periods is the longest. */
const mostOf: Readonly<Record<Unit, number>> = { day: 366, week: 52, month: 12 };

function periodFaults({ every, unit }: OfferContents["terms"]): Fault[] {
  if ((every === undefined) !== (unit === undefined)) return [{ field: "every", word: "every_without_unit" }];
  if (every === undefined || unit === undefined || every <= mostOf[unit]) return [];
  return [{ field: "every", word: "every_too_many", values: { most: mostOf[unit] } }];
}

function graceFaults(terms: OfferContents["terms"], most: number | null): Fault[] {
  const graces = [
    ["grace_on_principal", terms.graceOnPrincipal],
    ["grace_on_interest", terms.graceOnInterest],
  ] as const;
  return graces.flatMap(([field, grace = 0]) =>
    most !== null && grace >= most ? [{ field, word: "grace_too_long" as const, values: { most } }] : [],
  );
}

/** With fewer decimals no offer may be left with an amount that has more. */
function decimalFaults({ decimals }: ProductContents, code: string, { terms, ...offer }: OfferContents): Fault[] {
  const fees = [terms.upfrontFee, terms.instalmentFee, terms.lateFee].map((fee) => (fee?.kind === "fixed" ? fee.minor : null));
  const amounts = [offer.amountMin, offer.amountMax, terms.instalmentMultiple ?? null, ...fees];
  const unit = unitOf({ decimals });
  const isWhole = amounts.every((amount) => amount === null || BigInt(amount) % unit === 0n);
  return isWhole ? [] : [{ field: "decimals", word: "decimals_of_offer", values: { offer: code } }];
}
