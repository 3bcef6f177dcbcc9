import type { AccountStatus } from "#lib/domain/account";
import type { CardStatus } from "#lib/domain/card";
import type { CreditStatus } from "#lib/domain/credit";
import type { CustomerStatus, IdType } from "#lib/domain/customer";
import type { PaymentType } from "#lib/domain/pre-payment";
import type { Captured, Requirement } from "#lib/domain/requirement";
import type { FieldFormSent, Sent } from "#lib/form";
import type { PersonField } from "#lib/onboarding/typed";
import type { CreditRow, PaymentRow, PromiseRow, Shown } from "#lib/records";

/** What was revealed, for this answer only, and the key of the next form; to whoever is signed out neither. */
export type RevealState = { sentences: string[]; revealed?: Readonly<Record<string, string>>; key?: string };
export type RevealAction = (before: RevealState | null, form: FormData) => Promise<RevealState>;

export type ProfileCredit = CreditRow & { offer: string; stoppedOn: string | null };
/** A customer's credits, and figures of all of them; the worst is the open one that is the most days past due. */
export type Credits = Shown<ProfileCredit> & {
  active: number;
  outstanding: bigint;
  worst: { code: string; daysPastDue: number } | undefined;
};
export type RefinancedPair = {
  code: string;
  status: CreditStatus;
  amount: bigint;
  disbursedOn: string;
  oldCode: string;
  oldStatus: CreditStatus;
};
/** `of` is the ID of a credit or of an account. */
export type ProfilePayment = PaymentRow & { type: PaymentType; of: string };
export type ProfilePromise = PromiseRow & { of: string };
export type Waiting = { code: string; kind: "pre_loan" | "pre_payment"; amount: bigint; at: string; of: string };
export type ProfileAccount = {
  code: string;
  status: AccountStatus;
  product: string;
  creditLine: bigint;
  debt: bigint;
  stoppedOn: string | null;
  cards: { code: string; status: CardStatus; lastFour: string }[];
};

export type ProfileViolation = {
  id: string;
  rule: string;
  isFraud: boolean;
  comment: string | undefined;
  /** Whether there is a comment that the role may not see. */
  isHidden: boolean;
  recordedEmail: string;
  recordedAt: string;
  resolvedEmail: string | null;
  resolvedAt: string | null;
};
export type ProfileNote = { id: string; email: string; at: string; words: string };

/** The forms of a customer's page; one that the role may not send is not there. */
export type Forms = {
  edit: (FieldFormSent & { typed: Readonly<Record<PersonField, string>> }) | undefined;
  reveal: { action: RevealAction; sent: Sent } | undefined;
  acceptData: FieldFormSent | undefined;
  acceptCommercial: FieldFormSent | undefined;
  takeBackCommercial: FieldFormSent | undefined;
  activate: FieldFormSent | undefined;
  violation: FieldFormSent | undefined;
  /** Of each open violation, by its id. */
  resolve: Readonly<Record<string, FieldFormSent>>;
  note: FieldFormSent | undefined;
  /** Why not, to whoever's role may not send them; nothing of what nobody sends of a deleted customer. */
  refused: Readonly<Record<"edit" | "onboarding" | "violations" | "note", string | undefined>>;
};

/** A person as their page shows them, masked for whoever may not see personal data. */
export type Person = Captured & {
  code: string;
  externalId: string | null;
  status: CustomerStatus;
  name: string;
  idType: IdType | null;
  dataAcceptedAt: string | null;
  commercialAcceptedAt: string | null;
  activatedAt: string | null;
  createdAt: string;
  registeredAt: string | null;
  statusChangedAt: string;
  heldAt: string | null;
  asked: readonly Requirement[];
  missing: readonly Requirement[];
};
