import type { AccountStatus } from "#lib/domain/account";
import type { CardStatus } from "#lib/domain/card";
import { type CustomerStatus, customerMachine } from "#lib/domain/customer";
import { allows, type Refusal } from "#lib/domain/machine";
import { type ProductStatus, productMachine } from "#lib/domain/product";

/** What a new card account depends on; a limit that is null is none. */
export type OpeningFacts = {
  customerStatus: CustomerStatus;
  isOfCards: boolean;
  productStatus: ProductStatus;
  lineMinor: bigint;
  lineMinMinor: bigint | null;
  lineMaxMinor: bigint | null;
};

/** Why no card account can be opened for a customer, whatever it is like; undefined where it can. */
export function customerRefusal(customerState: CustomerStatus): Refusal | undefined {
  return allows(customerMachine, customerState, "request credit")
    ? undefined
    : { rule: "customer_enabled", values: { customerState } };
}

/** All that stands in the way of opening a card account. */
export function openingRefusals(facts: OpeningFacts): Refusal[] {
  const { customerStatus, isOfCards, productStatus, lineMinor, lineMinMinor, lineMaxMinor } = facts;
  const ofCustomer = customerRefusal(customerStatus);
  return [
    ...(ofCustomer === undefined ? [] : [ofCustomer]),
    ...(isOfCards ? [] : [{ rule: "product_of_cards" }]),
    ...(allows(productMachine, productStatus, "loans")
      ? []
      : [{ rule: "product_enabled", values: { productState: productStatus } }]),
    ...(lineMinor <= 0n ? [{ rule: "line_positive" }] : []),
    ...(lineMinMinor !== null && lineMinor < lineMinMinor ? [{ rule: "line_at_least", values: { limit: lineMinMinor } }] : []),
    ...(lineMaxMinor !== null && lineMinor > lineMaxMinor ? [{ rule: "line_at_most", values: { limit: lineMaxMinor } }] : []),
  ];
}

export type IssueFacts = {
  accountStatus: AccountStatus;
  /** Whether another card of the account, not canceled, ends with the same digits. */
  isTaken: boolean;
  /** The card that the new one replaces, and what has taken its place already. */
  replaces?: { status: CardStatus; replacedBy: string | null };
};

/** All that stands in the way of issuing a card, anew or in place of another. */
export function issueRefusals({ accountStatus, isTaken, replaces }: IssueFacts): Refusal[] {
  // Its cards are canceled with it, and no other can be issued instead.
  if (accountStatus === "canceled") return [{ rule: "account_not_canceled" }];
  return [
    ...(replaces?.status === "canceled" ? [{ rule: "replaced_not_canceled" }] : []),
    ...(replaces?.replacedBy ? [{ rule: "replaced_once", values: { card: replaces.replacedBy } }] : []),
    ...(isTaken ? [{ rule: "last_four_taken" }] : []),
  ];
}
