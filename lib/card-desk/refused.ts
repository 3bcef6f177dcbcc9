import type { Refusable } from "#lib/form/refused";

/** The forms of card accounts and cards. */
export const cardForm: Refusable = { words: "card_form", entity: "account" };
