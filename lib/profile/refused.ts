import type { Refusable } from "#lib/form/refused";

/** The forms of a customer's page. */
export const profileForm: Refusable = {
  words: "profile_refusal",
  entity: "customer",
  sayFault: ({ reason }, { t }) => t(`import_reason.${reason}` as never),
  isOfTyping: (rule) => /_(missing|too_long)$/.test(rule),
};
