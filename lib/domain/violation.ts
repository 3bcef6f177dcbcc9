/** The business rules that a customer can break, as operators record them; `other` is told in the comment. */
export const violationRules = [
  "identity_theft",
  "forged_document",
  "expired_document",
  "false_contact_data",
  "third_party_use",
  "stolen_card_use",
  "terms_of_use",
  "other",
] as const;
export type ViolationRule = (typeof violationRules)[number];
