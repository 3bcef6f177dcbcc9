import type { Day } from "#lib/domain/day";
import { leastOf } from "#lib/domain/money";
import type { Component } from "#lib/domain/rules";

export type Parts = Record<Component, bigint>;

/** What an instalment asks and what it has received; late is what came after its due day. */
export type Instalment = { number: number; dueOn: Day; due: Parts; paid: Parts; late: bigint };

/** How much of which component of which instalment a payment covers. */
type Allocation = { instalment: number; component: Component; amount: bigint };
export type Allocated = { allocations: Allocation[]; unallocated: bigint };

/**
 * Pays into instalments from a place on. They stand in the order of their due days, so that past due comes first, the oldest
 * before the others, then what is due today, then the next in advance. What none of them asks for is left over. Before it
 * looks at an instalment it lets it be charged for being late.
 */
export function allocate(
  instalments: readonly Instalment[],
  from: number,
  payment: { on: Day; amount: bigint },
  order: readonly Component[],
  chargeLate: (place: number) => void,
): Allocated {
  const allocations: Allocation[] = [];
  let rest = payment.amount;
  for (let place = from; rest > 0n && place < instalments.length; place++) {
    const instalment = instalments[place] as Instalment;
    chargeLate(place);
    const before = rest;
    for (const component of order) {
      const amount = leastOf(rest, instalment.due[component] - instalment.paid[component]);
      if (amount === 0n) continue;
      instalment.paid[component] += amount;
      rest -= amount;
      allocations.push({ instalment: instalment.number, component, amount });
    }
    if (payment.on > instalment.dueOn) instalment.late += before - rest;
  }
  return { allocations, unallocated: rest };
}

export const nothing: Readonly<Parts> = { penalty: 0n, fee: 0n, interest: 0n, principal: 0n };

export const unpaidOf = ({ due, paid }: Instalment): Parts => ({
  penalty: due.penalty - paid.penalty,
  fee: due.fee - paid.fee,
  interest: due.interest - paid.interest,
  principal: due.principal - paid.principal,
});

export const isPaid = ({ due, paid }: Instalment) =>
  due.principal === paid.principal && due.interest === paid.interest && due.fee === paid.fee && due.penalty === paid.penalty;

export const sumOf = ({ penalty, fee, interest, principal }: Parts) => penalty + fee + interest + principal;

/** What the allocations of a payment cover of each instalment. */
export function coveredOf(allocations: readonly Allocation[]): (Parts & { instalment: number })[] {
  const rows = new Map<number, Parts & { instalment: number }>();
  for (const { instalment, component, amount } of allocations) {
    const row = rows.get(instalment) ?? { instalment, ...nothing };
    rows.set(instalment, { ...row, [component]: row[component] + amount });
  }
  return [...rows.values()];
}
