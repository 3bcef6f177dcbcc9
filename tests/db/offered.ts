import fc from "fast-check";
import type { OfferSettings } from "#lib/domain/offer-terms";

const fixed = (minor: string) => ({ kind: "fixed", minor }) as const;
const percent = (percent: string) => ({ kind: "percent", percent }) as const;

/** What an offer may agree on, in all its kinds. */
const someSettings: fc.Arbitrary<Partial<OfferSettings>> = fc.record({
  annualRate: fc.constantFrom("0", "12", "24.5"),
  rateKind: fc.constantFrom("nominal", "effective"),
  method: fc.constantFrom("equal_instalments", "equal_principal", "flat"),
  every: fc.constantFrom(1, 2),
  unit: fc.constantFrom("week", "month"),
  dayCount: fc.constantFrom("30/360", "actual/365", "actual/actual"),
  interest: fc.constantFrom("per_period", "daily"),
  graceOnPrincipal: fc.constantFrom(0, 1),
  graceOnInterest: fc.constantFrom(0, 1),
  instalmentMultiple: fc.constantFrom(null, "10000"),
  upfrontFee: fc.constantFrom(null, percent("1")),
  instalmentFee: fc.constantFrom(null, fixed("250000")),
  lateFee: fc.constantFrom(null, fixed("900000"), percent("5")),
  lateRate: fc.constantFrom(null, "28"),
  collection: fc.constantFrom(null, ["principal", "interest", "fee", "penalty"] as const),
});

export type Offered = { settings: Partial<OfferSettings>; decimals: number; toleranceMinor: bigint };
export const someOffer: fc.Arbitrary<Offered> = fc.record({
  settings: someSettings,
  decimals: fc.constantFrom(0, 2),
  toleranceMinor: fc.constantFrom(0n, 500_00n),
});
