import type { FlagKind, MessageKind, MessageOutcome } from "#lib/domain/card-message";
import type { FormOrWhy } from "#lib/form";

/** What the processor told of a purchase, worded. */
export type MessageRow = {
  externalId: string;
  kind: MessageKind;
  at: string;
  card: string;
  amount: string;
  merchant: string;
  outcome: MessageOutcome;
  why: string[];
  request: string | null;
  credit: string | null;
};

/** Why an operator should look at a settlement; resolved, by whom and when. */
export type FlagRow = {
  id: string;
  credit: string;
  kind: FlagKind;
  seen: string;
  openedAt: string;
  resolvedAt: string | null;
  resolvedEmail: string | null;
  comment: string | undefined;
  /** None once it is resolved. */
  resolve: FormOrWhy | undefined;
};

export type BalanceRefundRow = {
  id: string;
  on: string;
  amount: bigint;
  /** None to whom it is hidden from, nor once it is erased. */
  reference: string | undefined;
  askedEmail: string;
  approvedEmail: string;
};
/** The refund that waits for a second operator. */
export type AskedRefund = { email: string } & Pick<BalanceRefundRow, "amount" | "reference">;
export type ChargeRow = { component: "penalty" | "fee" | "interest"; charged: bigint; paid: bigint };
/** A cycle that closed, and what was paid to the account since and before the next one did. */
export type StatementRow = {
  closedOn: string;
  dueOn: string;
  debt: bigint;
  fallsDue: bigint;
  charges: bigint;
  minimum: bigint;
  payoff: bigint;
  paid: bigint;
};
export type AccountDispute = {
  code: string;
  amount: bigint;
  accepted: bigint | null;
  openedAt: string;
  decidedAt: string | null;
};

/** A purchase that somebody asks about, and its answer once they have. */
export type Simulation = {
  address: string;
  tab: string | undefined;
  cards: readonly { code: string; label: string }[];
  typed: { card: string; amount: string; currency: string };
  answer: { isApproved: boolean; sentences: string[] } | undefined;
};

export const accountTabs = [
  "overview",
  "authorizations",
  "settlements",
  "payments",
  "disputes",
  "promises",
  "charges",
  "statements",
  "cards",
] as const;
export type AccountTab = (typeof accountTabs)[number];
