import type { Refusable } from "#lib/form/refused";

/** The forms of the tokens that apps call with; they are of cards. */
export const tokenForm: Refusable = {
  words: "token_refusal",
  entity: "card",
  sayFault: ({ field, ...values }, { t }) => t(`token_fault.${field}` as never, values as never),
};
