import { type AccountStatus, accountMachine } from "#lib/domain/account";
import { type CardStatus, cardMachine } from "#lib/domain/card";
import { type CustomerStatus, customerMachine } from "#lib/domain/customer";
import { allows, type Guard, type Refusal } from "#lib/domain/machine";
import { hasDecimals } from "#lib/domain/money";
import { type ProductStatus, productMachine } from "#lib/domain/product";

/** All that the answer to a purchase depends on; money in minor units, of two decimals. */
export type AuthorizationFacts = {
  amountMinor: bigint;
  currency: string;
  /** Of the project, and so of every account. */
  accountCurrency: string;
  availableMinor: bigint;
  customerStatus: CustomerStatus;
  accountStatus: AccountStatus;
  cardStatus: CardStatus;
  productStatus: ProductStatus;
  /** In how many decimals the product computes. */
  decimals: number;
  /** Whether the product has an offer that is enabled: the purchase would be lent under it. */
  hasOffer: boolean;
  /** What has come of the purchase before it was asked whether it may be. */
  before: "reversed" | "settled" | null;
};

const isCurrency = ({ currency, accountCurrency }: AuthorizationFacts) => currency === accountCurrency;
const isCardActive = ({ cardStatus }: AuthorizationFacts) =>
  allows(cardMachine, cardStatus, "transactions, while its account is active");
const isAccountActive = ({ accountStatus }: AuthorizationFacts) => allows(accountMachine, accountStatus, "transactions");

type AuthorizationGuard = Omit<Guard<AuthorizationFacts>, "says" | "only">;

/** What the annex asks when a purchase is authorized, in the order in which it is said. */
export const authorizationGuards: readonly AuthorizationGuard[] = [
  { rule: "not_reversed_before", holds: ({ before }) => before !== "reversed" },
  { rule: "not_settled_before", holds: ({ before }) => before !== "settled" },
  {
    rule: "customer_enabled",
    holds: ({ customerStatus }) => allows(customerMachine, customerStatus, "request credit"),
    values: ({ customerStatus }) => ({ customerState: customerStatus }),
  },
  {
    // The card is not to blame: its own state stays as it is.
    rule: "account_overlays_card",
    holds: (facts) => isAccountActive(facts) || !isCardActive(facts),
    values: ({ accountStatus, cardStatus }) => ({ accountState: accountStatus, cardState: cardStatus }),
  },
  {
    rule: "account_active",
    holds: (facts) => isAccountActive(facts) || isCardActive(facts),
    values: ({ accountStatus }) => ({ accountState: accountStatus }),
  },
  { rule: "card_active", holds: isCardActive, values: ({ cardStatus }) => ({ cardState: cardStatus }) },
  {
    rule: "product_enabled",
    holds: ({ productStatus }) => allows(productMachine, productStatus, "loans"),
    values: ({ productStatus }) => ({ productState: productStatus }),
  },
  { rule: "offer_enabled", holds: ({ hasOffer }) => hasOffer },
  { rule: "amount_positive", holds: ({ amountMinor }) => amountMinor > 0n },
  {
    rule: "same_currency",
    holds: isCurrency,
    values: ({ currency, accountCurrency }) => ({ currency, accountCurrency }),
  },
  {
    rule: "amount_decimals",
    holds: (facts) => !isCurrency(facts) || hasDecimals(facts.amountMinor, facts.decimals),
    values: ({ decimals }) => ({ decimals }),
  },
  {
    rule: "amount_available",
    holds: (facts) => !isCurrency(facts) || facts.amountMinor <= facts.availableMinor,
    values: ({ amountMinor, availableMinor }) => ({ amount: amountMinor, available: availableMinor }),
  },
];

/** All that stands in the way of a purchase; none where it is approved. */
export function authorizationRefusals(facts: AuthorizationFacts): Refusal[] {
  return authorizationGuards
    .filter(({ holds }) => !holds(facts))
    .map(({ rule, values }) => ({ rule, ...(values !== undefined && { values: values(facts) }) }));
}
