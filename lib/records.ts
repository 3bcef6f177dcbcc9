import type { OfferContents } from "#lib/catalogue/offer";
import type { Limits, ProductContents } from "#lib/catalogue/product";
import type { AccountStatus } from "#lib/domain/account";
import type { Instalment, Parts } from "#lib/domain/allocation";
import type { Figures } from "#lib/domain/book";
import type { Bucket } from "#lib/domain/bucket";
import type { CardStatus } from "#lib/domain/card";
import type { CreditStatus } from "#lib/domain/credit";
import type { Closing } from "#lib/domain/credit-guard";
import type { CustomerStatus } from "#lib/domain/customer";
import type { OfferStatus } from "#lib/domain/offer";
import type { OfferTerms } from "#lib/domain/offer-terms";
import type { PaymentStatus } from "#lib/domain/payment";
import type { PreLoanStatus } from "#lib/domain/pre-loan";
import type { Channel, PaymentType, PrePaymentStatus } from "#lib/domain/pre-payment";
import type { ProductStatus } from "#lib/domain/product";
import type { PromiseStatus } from "#lib/domain/promise";
import type { Component } from "#lib/domain/rules";
import type { Terms as CreditTerms } from "#lib/domain/terms";

/** A record as another one's page names it. */
export type Named = { code: string; name: string };
/** Of the records that belong to another one the newest, and how many there are. */
export type Shown<Row> = { rows: Row[]; total: number };

type Base<Status> = { code: string; status: Status; createdAt: string; statusChangedAt: string };
type Terms = { customer: Named; product: Named; offer: Named; account: string | null; card: string | null };
/** What a payment, an announced one or a promise is for: one of the two. */
type Target = { customer: Named; credit: string | null; account: string | null };

export type CreditRow = {
  code: string;
  status: CreditStatus;
  amount: bigint;
  outstanding: bigint;
  daysPastDue: number;
  disbursedOn: string;
};
export type PaymentRow = { code: string; status: PaymentStatus; amount: bigint; paidOn: string };
export type PrePaymentRow = { code: string; status: PrePaymentStatus; amount: bigint; datedOn: string };
export type PreLoanRow = { code: string; status: PreLoanStatus; amount: bigint; createdAt: string };
export type PromiseRow = { code: string; status: PromiseStatus; amount: bigint; dueOn: string };
export type CardRow = { code: string; status: CardStatus; lastFour: string; kind: CardKind };
export type OfferRow = { code: string; status: OfferStatus; name: string; annualRate: string | null; isInUse: boolean };
export type DisputeRow = { amount: bigint; accepted: bigint | null; openedAt: string; decidedAt: string | null };

export type CreditPayment = PaymentRow & { part: bigint };
/** How much of a payment covered what of an instalment, and since when it does not; another row may have come instead. */
export type AllocationRow = Parts & {
  id: string;
  payment: string;
  instalment: number;
  at: string;
  supersedesId: string | null;
  supersededAt: string | null;
};
/** Of an instalment of a credit. */
export type CoveredRow = Parts & { id: string; code: string; instalment: number };
export type PaidToDate = { code: string; total: bigint; interest: bigint; costs: bigint; principal: bigint };

/** How much of a payment went to a credit. */
export type PaymentPart = { code: string; status: CreditStatus; amount: bigint };

type CardKind = "physical" | "virtual";

export type PreLoanRecord = Base<PreLoanStatus> &
  Terms & {
    amount: bigint;
    downpayment: bigint;
    instalments: number;
    disburseOn: string | null;
    /** Of the credit that it became, else as it would be today; null is as its offer says. */
    firstDueOn: string | null;
    /** Whether that is its account's due day. */
    isBilled: boolean;
    refinances: string | null;
    credit: string | null;
    /** Of the credit that it became, else as its offer says today; null while that says too little. */
    settings: OfferTerms | null;
    plan: CreditTerms | null;
  };

export type CreditRecord = Base<CreditStatus> &
  Terms & {
    customerStatus: CustomerStatus;
    /** Since when its product has been inactive, if it is. */
    stoppedOn: string | null;
    amount: bigint;
    disbursedOn: string;
    closedBy: Closing | null;
    figures: Figures;
    /** Of days past due; null where there are none. */
    bucket: Bucket | null;
    /** What pays it off today; null where it is closed. */
    payoff: bigint | null;
    settings: OfferTerms;
    plan: CreditTerms;
    /** The order in which its payments cover what an instalment asks. */
    collection: readonly Component[];
    instalments: Instalment[];
    /** The day that the instalments are as of. */
    asOf: string;
    allocations: AllocationRow[];
    request: string | null;
    refinances: string | null;
    refinancedBy: string | null;
    payments: Shown<CreditPayment>;
    prePayments: Shown<PrePaymentRow>;
    promises: Shown<PromiseRow>;
    disputes: DisputeRow[];
  };

export type PrePaymentRecord = Base<PrePaymentStatus> &
  Target & {
    amount: bigint;
    type: PaymentType;
    channel: Channel;
    datedOn: string;
    isPayoff: boolean;
    reference: string | null;
    payment: string | null;
  };

export type PaymentRecord = Base<PaymentStatus> &
  Target & {
    amount: bigint;
    type: PaymentType;
    paidOn: string;
    prePayment: string | null;
    isPayoff: boolean;
    /** What of it had been paid out of its account when it was reversed. */
    shortfall: bigint;
    parts: PaymentPart[];
    /** How much of what it covers, and covered before a reversal or back-dating changed that. */
    allocations: CoveredRow[];
    superseded: (CoveredRow & { supersededAt: string })[];
    /** What all accepted payments have paid of each of its credits. */
    toDate: PaidToDate[];
  };

export type ProductRecord = Base<ProductStatus> &
  ProductContents & {
    /** Whether anybody ever asked for something of it, or has an account under it. */
    isUsed: boolean;
    activeCredits: number;
    offers: OfferRow[];
  };

export type OfferRecord = Base<OfferStatus> &
  OfferContents & {
    product: Named;
    productStatus: ProductStatus;
    /** Its product's limits, which hold where it sets none. */
    inherited: Limits;
    decimals: number;
    /** Whether anybody ever asked for it. */
    isUsed: boolean;
    activeCredits: number;
  };

export type AccountRecord = Base<AccountStatus> & {
  customer: Named;
  product: Named;
  /** Since when its product has been inactive, if it is. */
  stoppedOn: string | null;
  creditLine: bigint;
  debt: bigint;
  disputed: bigint;
  available: bigint;
  /** By authorizations that are pending. */
  authorized: bigint;
  creditBalance: bigint;
  minimumUnmet: bigint;
  minimumDueOn: string | null;
  closingDay: number;
  dueDay: number;
  heldAt: string | null;
  cards: Shown<CardRow>;
  authorizations: Shown<PreLoanRow>;
  credits: Shown<CreditRow>;
  payments: Shown<PaymentRow>;
  prePayments: Shown<PrePaymentRow>;
  promises: Shown<PromiseRow>;
};

export type CardRecord = Base<CardStatus> & {
  customer: Named;
  account: { code: string; status: AccountStatus };
  /** Since when the account's product has been inactive, if it is. */
  stoppedOn: string | null;
  kind: CardKind;
  lastFour: string;
  debt: bigint;
  replaces: string | null;
  replacedBy: string | null;
  credits: Shown<CreditRow>;
};

export type PromiseRecord = Base<PromiseStatus> & Target & { amount: bigint; dueOn: string; paid: bigint };
