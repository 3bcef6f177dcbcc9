/** What a form that was refused shows again: why, in sentences, and all that was typed. */
export type FormState = { sentences: string[]; typed: Readonly<Record<string, string>> };

/** The same of a form of fields: besides its sentences, what is wrong with which field. */
export type FieldFormState = FormState & {
  faults: Readonly<Record<string, string>>;
  /** What it sends from now on besides what is typed, whatever its page would have it send. */
  sent?: Sent;
};
export type FieldFormAction = (before: FieldFormState | null, form: FormData) => Promise<FieldFormState>;

/** What a form sends besides what is typed. */
export type Sent = Readonly<Record<string, string>>;

export type FieldFormSent = { action: FieldFormAction; sent: Sent };
/** A form, or why it cannot be sent now. */
export type FormOrWhy = FieldFormSent | { because: string };
