import type { Day } from "#lib/domain/day";
import type { Channel, PaymentType } from "#lib/domain/pre-payment";
import type { ShownForeseen } from "#lib/foreseen/words";
import type { FieldFormState } from "#lib/form";

/** A payment that an operator announces, to a credit or an account by ID; the amount in minor units. */
export type Announcement = {
  code: string;
  amountMinor: bigint;
  datedOn: Day;
  type: PaymentType;
  channel: Channel;
  isPayoff: boolean;
};

/** The same as it was typed. */
export type TypedAnnouncement = Omit<Announcement, "amountMinor" | "datedOn"> & { amount: string; day: string };

/** Why a form that makes a payment or a promise is refused, and the field that it is about. */
export const fieldOfRule: Readonly<Record<string, string>> = {
  amount_unreadable: "amount",
  amount_missing: "amount",
  amount_zero: "amount",
  amount_decimals: "amount",
  payoff_differs: "amount",
  day_missing: "day",
  day_wrong: "day",
  day_too_early: "day",
  day_too_late: "day",
  day_passed: "day",
  payoff_of_account: "payoff",
  payoff_closed: "payoff",
  target_missing: "of",
  target_unknown: "of",
  target_closed: "of",
  target_stopped: "of",
  target_none: "of",
  row_too_early: "of",
  row_decimals: "of",
  dismissal_missing: "dismissal",
  amount_beyond_owed: "amount",
};

/** What a payment would do: why it would wait, and what it would cover. */
export type PaymentPreview = { waits: string[]; payoff: string | undefined; foreseen: ShownForeseen | undefined };

/** `isFollowed` is an answer to what is being typed, not to a form that was sent. */
export type PaymentState = FieldFormState & { preview: PaymentPreview | undefined; isFollowed: boolean };
export type PaymentAction = (before: PaymentState | null, form: FormData) => Promise<PaymentState>;
