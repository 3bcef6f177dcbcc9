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

/** What a payment would do: why it would wait, and what it would cover. */
export type PaymentPreview = { waits: string[]; payoff: string | undefined; foreseen: ShownForeseen | undefined };

/** `isFollowed` is an answer to what is being typed, not to a form that was sent. */
export type PaymentState = FieldFormState & { preview: PaymentPreview | undefined; isFollowed: boolean };
export type PaymentAction = (before: PaymentState | null, form: FormData) => Promise<PaymentState>;
