import { bilingual } from "#lib/messages/bilingual";

/** What moves no status and yet needs a second operator. */
export const actWords = bilingual({
  en: { "account.refund": "Refund credit balance" },
  es: { "account.refund": "Reembolsar saldo a favor" },
});
