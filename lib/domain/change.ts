import { type Instalment, nothing, type Parts, sumOf, unpaidOf } from "#lib/domain/allocation";
import type { Figures } from "#lib/domain/book";
import type { Day } from "#lib/domain/day";
import type { Replayed } from "#lib/domain/replay";
import { components } from "#lib/domain/rules";

export type Pair<Value> = { before: Value; after: Value };

/** What is otherwise in a credit's books after something than before; money in minor units. */
export type BookChange = {
  figures: { [Name in keyof Shown]?: Pair<Figures[Name]> };
  instalments: { number: number; dueOn: Day; due: Pair<bigint>; paid: Pair<bigint>; unpaid: Pair<bigint> }[];
  allocations: { paymentId: string; instalment: number; before: Parts; after: Parts }[];
};

type Shown = Pick<Figures, (typeof shownFigures)[number]>;
export const shownFigures = [
  "outstanding",
  "amountPastDue",
  "daysPastDue",
  "delinquentDays",
  "nextDueOn",
  "nextDue",
  "creditBalance",
  "closingNote",
] as const satisfies (keyof Figures)[];

type Books = { figures: Figures; replayed: Replayed };

export function changeOf(before: Books, after: Books): BookChange {
  return {
    figures: Object.fromEntries(
      shownFigures
        .filter((name) => before.figures[name] !== after.figures[name])
        .map((name) => [name, { before: before.figures[name], after: after.figures[name] }]),
    ),
    instalments: instalmentsOf(before.replayed, after.replayed),
    allocations: allocationsOf(before.replayed, after.replayed),
  };
}

function instalmentsOf(before: Replayed, after: Replayed): BookChange["instalments"] {
  const had = new Map(before.instalments.map((each) => [each.number, each]));
  return after.instalments.flatMap((now) => {
    const was = had.get(now.number);
    if (was !== undefined && isSame(was.due, now.due) && isSame(was.paid, now.paid)) return [];
    const pair = (amountOf: (it: Instalment) => bigint) => ({
      before: was === undefined ? 0n : amountOf(was),
      after: amountOf(now),
    });
    return {
      ...{ number: now.number, dueOn: now.dueOn },
      due: pair(({ due }) => sumOf(due)),
      paid: pair(({ paid }) => sumOf(paid)),
      unpaid: pair((it) => sumOf(unpaidOf(it))),
    };
  });
}

function allocationsOf(before: Replayed, after: Replayed): BookChange["allocations"] {
  const [had, has] = [coveredIn(before), coveredIn(after)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((key) => {
    const [was, is] = [had.get(key), has.get(key)];
    const { paymentId, instalment } = was ?? is ?? never();
    const [one, other] = [was?.parts ?? nothing, is?.parts ?? nothing];
    return isSame(one, other) ? [] : { paymentId, instalment, before: one, after: other };
  });
}

type Covered = { paymentId: string; instalment: number; parts: Parts };

/** What each payment covers of each instalment. */
function coveredIn({ payments }: Replayed): Map<string, Covered> {
  const covered = new Map<string, Covered>();
  for (const { id: paymentId, allocations } of payments)
    for (const { instalment, component, amount } of allocations) {
      const key = `${paymentId} ${instalment}`;
      const { parts } = covered.get(key) ?? { parts: nothing };
      covered.set(key, { paymentId, instalment, parts: { ...parts, [component]: parts[component] + amount } });
    }
  return covered;
}

const isSame = (one: Parts, other: Parts) => components.every((component) => one[component] === other[component]);

function never(): never {
  throw new Error("an allocation that is nowhere");
}
