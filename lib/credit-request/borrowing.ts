import type { CustomerStatus } from "#lib/domain/customer";
import type { Day } from "#lib/domain/day";
import type { OfferType } from "#lib/domain/offer";
import type { OfferTerms } from "#lib/domain/offer-terms";
import type { PreLoanFacts } from "#lib/domain/pre-loan";
import type { Named } from "#lib/records";

/** An offer that a customer could ask for a credit under. */
export type Offering = {
  id: string;
  code: string;
  name: string;
  product: Named;
  type: OfferType;
  /** What at least is paid down of a purchase, in percent of it. */
  downpayment: string | null;
  validFrom: string | null;
  validUntil: string | null;
  decimals: number;
  /** Undefined while it has not set all that it must. */
  terms: OfferTerms | undefined;
  /** Of a request for the least that it lends. */
  facts: PreLoanFacts;
};

/** An active credit of a customer, and what pays it off on the business date. */
export type Refinanceable = { id: string; code: string; offer: string; payoff: bigint };

/** What a request of a customer is made of and judged by. */
export type Borrowing = {
  customer: { id: string; code: string; status: CustomerStatus; registeredOn: Day };
  businessDate: Day;
  currency: string;
  offerings: Offering[];
  /** How many offers there are, where only so many are shown. */
  total: number;
  credits: Refinanceable[];
  /** The one of them to refinance, by which the offers were judged. */
  old: Refinanceable | undefined;
};
