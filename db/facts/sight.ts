import type { Minimum } from "#db/books/minimum";
import type { Db, Tx } from "#db/client";
import type { Situation } from "#lib/domain/consequences";
import type { Day } from "#lib/domain/day";
import type { PaymentType, PrePaymentFacts } from "#lib/domain/pre-payment";
import type { Rules } from "#lib/domain/rules";

/** Where facts are looked up, and what they are measured by. */
export type Sight = {
  db: Db | Tx;
  rules: Rules;
  businessDate: Day;
  /** The situation of a customer whose row is locked, as it still is: for whoever needs it, instead of asking again. */
  seen?: Seen | undefined;
  /** What was announced of a payment whose row is locked, likewise. */
  announced?: Announced | undefined;
};

/** A payment that was announced, and its credit or account; amounts in minor units. */
export type Announced = Omit<PrePaymentFacts, "amountMinor" | "owedMinor" | "overpaymentLimitMinor" | "businessDate"> & {
  id: string;
  customerId: string;
  creditId: string | null;
  accountId: string | null;
  type: PaymentType;
  amount: bigint;
  outstanding: bigint;
  isPayoff: boolean;
};

/** A customer's situation as it was seen, and whose it is. */
export type Seen = Situation & Counts & { id: string; minimums: readonly Minimum[] };

/** How many of a customer's records wait or are open, besides. */
export type Counts = { pendingPreLoans: number; pendingPrePayments: number; openAccounts: number };

/** What a form said beside the reason, and what the system knows when it moves a record itself. */
export type Said = {
  amountMinor?: bigint | undefined;
  /** Of the credit that refinances this one. */
  successorMinor?: bigint;
  isByWinDispute?: true;
  /** How much of a purchase was settled, and on which day. */
  settled?: { amountMinor: bigint; on: Day };
  isReversedByMerchant?: true;
};
