import type { RequestField, TypedRequest } from "#lib/credit-request/field";
import type { OfferType } from "#lib/domain/offer";
import type { ScheduleView } from "#lib/schedule-view";

/** An offer to choose, with why it cannot be. */
export type OfferOption = { code: string; name: string; product: string; type: OfferType; says: string; because: string[] };
export type CreditOption = { code: string; label: string };

/** What the form is made of at a moment, as words. */
export type RequestChoices = { offers: OfferOption[]; credits: CreditOption[]; newest: string | undefined };

/** How the credit would be, in words. */
export type RequestPreview = { facts: (readonly [name: string, value: string])[]; notes: string[]; schedule: ScheduleView };

/** A form that was previewed or refused: what it came to, and all that was typed. */
export type RequestState = {
  sentences: string[];
  faults: Readonly<Partial<Record<RequestField, string>>>;
  typed: TypedRequest;
  choices: RequestChoices | undefined;
  preview: RequestPreview | undefined;
};
export type RequestAction = (before: RequestState | null, form: FormData) => Promise<RequestState>;
