import type { FaultWord } from "#lib/catalogue/read";
import { wordFault } from "#lib/catalogue/words";
import type { Refusable } from "#lib/form/refused";

/** The forms of products and offers. */
export const catalogueForm: Refusable = {
  words: "offering_refusal",
  entity: "offer",
  sayFault: ({ field: _field, word, ...values }, { t }) =>
    wordFault({ word: word as FaultWord, values: values as Record<string, string | number> }, t),
  isOfTyping: (rule) => rule === "id_not_typed",
};
