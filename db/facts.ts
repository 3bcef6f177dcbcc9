import "server-only";
import { accountFacts, cardFacts } from "#db/facts/account";
import { offerFacts, productFacts } from "#db/facts/catalogue";
import { creditFacts } from "#db/facts/credit";
import { customerFacts } from "#db/facts/customer";
import { paymentFacts, prePaymentFacts } from "#db/facts/money";
import { preLoanFacts } from "#db/facts/pre-loan";
import { promiseFacts } from "#db/facts/promise";
import type { Said, Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import type { Machine } from "#lib/domain/machine";
import type { Entity, machines } from "#lib/domain/machines";

type FactsOf<E extends Entity> = (typeof machines)[E] extends Machine<string, string, infer Facts> ? Facts : never;

/** What each machine's guards ask of a record: the same facts for a button's "why not" as for the move itself. */
const facts: { [E in Entity]: (sight: Sight, record: Moved, said: Said) => Promise<FactsOf<E>> } = {
  customer: customerFacts,
  pre_loan: preLoanFacts,
  credit: creditFacts,
  pre_payment: prePaymentFacts,
  payment: paymentFacts,
  product: productFacts,
  offer: offerFacts,
  account: accountFacts,
  card: cardFacts,
  promise: promiseFacts,
};

/** The facts of a record, for its own machine and no other. */
export function findFacts(sight: Sight, record: Moved, said: Said = {}): Promise<never> {
  return facts[record.entity](sight, record, said) as Promise<never>;
}
