import type { Entity } from "#lib/domain/machines";

/** The section of the app, and of its history, that an entity belongs to: the first word of its addresses. */
export const sections = {
  customer: "customers",
  pre_loan: "pre-loans",
  credit: "credits",
  pre_payment: "pre-payments",
  payment: "payments",
  product: "products",
  offer: "offers",
  account: "accounts",
  card: "cards",
  promise: "promises",
} as const satisfies Record<Entity, string>;
