import type { AnyMachine } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import { willingAccount, willingCard } from "#tests/domain/willing/account";
import { willingCredit, willingPreLoan } from "#tests/domain/willing/credit";
import { willingCustomer } from "#tests/domain/willing/customer";
import type { Willing } from "#tests/domain/willing/facts";
import { willingOffer, willingProduct } from "#tests/domain/willing/offer";
import { willingPayment, willingPrePayment, willingPromise } from "#tests/domain/willing/payment";

const willing = {
  customer: willingCustomer,
  pre_loan: willingPreLoan,
  credit: willingCredit,
  pre_payment: willingPrePayment,
  payment: willingPayment,
  product: willingProduct,
  offer: willingOffer,
  account: willingAccount,
  card: willingCard,
  promise: willingPromise,
} satisfies Record<Entity, unknown>;

/** The facts of an event for which every guard holds; `never`, so that any machine takes them. */
export function willingFacts(entity: Entity, event: string, change: object = {}): never {
  const { facts, events } = willing[entity] as Willing<object>;
  return { ...facts, ...events[event]?.facts, ...change } as never;
}

export function flipsOf(entity: Entity, event: string): Readonly<Record<string, object>> {
  return (willing[entity] as Willing<object>).events[event]?.flips ?? {};
}

/** Every guard of a machine, with the facts for which it alone says no. */
export function flippedGuards(entity: Entity, machine: AnyMachine) {
  return Object.entries(machine.events).flatMap(([event, { guards = [] }]) =>
    guards.map((guard) => ({ event, guard, facts: willingFacts(entity, event, flipsOf(entity, event)[guard.rule]) })),
  );
}
