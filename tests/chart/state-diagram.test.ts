import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DiagramWords } from "#lib/chart/lettering";
import { stateDiagramOf } from "#lib/chart/state-diagram";
import { type AnyMachine, edgesOf, eventsOf, isFinal, statesOf } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { languages, translators } from "#lib/messages/catalogue";
import type { MachineWords } from "#lib/messages/machine";
import { machineWords } from "#lib/messages/machines";
import { crossed, outside, overlaps, segmentsOf, stateAt, thingsIn } from "#tests/chart/geometry";

const margin = 3;
const every = languages.flatMap((language) => entities.map((entity) => ({ language, entity })));

describe.each(every)("$entity in $language", ({ language, entity }) => {
  const machine: AnyMachine = machines[entity];
  const diagram = stateDiagramOf(machine, wordsOf(machineWords[language][entity], language));

  test("no label overlaps a state or another label, and nothing is cut off", () => {
    expect(overlaps(thingsIn(diagram), margin)).toEqual([]);
    expect(outside(diagram)).toEqual([]);
  });

  test("no line runs through a state, or through the label of another line", () => {
    expect(crossed(diagram)).toEqual([]);
  });

  test("every state and every event is there once, and every end is marked", () => {
    expect(diagram.states.map(({ state }) => state).toSorted()).toEqual(statesOf(machine).toSorted());
    expect(diagram.labels.map(({ event }) => event).toSorted()).toEqual(eventsOf(machine).toSorted());
    const ends = diagram.states.filter((state) => state.isFinal).map(({ state }) => state);
    expect(ends.toSorted()).toEqual(
      statesOf(machine)
        .filter((state) => isFinal(machine, state))
        .toSorted(),
    );
  });

  test("every way of every event is drawn: out of its state, and by an arrow into the next", () => {
    for (const { event, from, to } of edgesOf(machine)) {
      const lines = diagram.lines.filter(({ events }) => events.includes(event));
      expect(
        lines.some(({ points: [start = diagram.entry] }) => stateAt(diagram, start) === from),
        `${event} from ${from}`,
      ).toBe(true);
      const arrows = lines
        .filter(({ arrow }) => arrow !== undefined)
        .map(({ points }) => stateAt(diagram, points.at(-1) ?? diagram.entry));
      expect(arrows, event).toEqual([to]);
    }
  });

  test("lines are horizontal or vertical, and each label stands on its own", () => {
    for (const { points } of diagram.lines)
      expect(segmentsOf(points).filter(({ width, height }) => width !== 0 && height !== 0)).toEqual([]);
    for (const label of diagram.labels) {
      const parts = diagram.lines
        .filter(({ events }) => events.includes(label.event))
        .flatMap(({ points }) => segmentsOf(points));
      const isUnder = parts.some(
        ({ x, y, height }) => x === label.x + label.width / 2 && y <= label.y && y + height >= label.y + label.height,
      );
      expect(isUnder, label.event).toBe(true);
    }
  });
});

test("events between the same states share one line", () => {
  const diagram = stateDiagramOf(machines.credit, wordsOf(machineWords.en.credit, "en"));
  const shared = diagram.lines.map(({ events }) => events).filter((events) => events.length > 1);
  expect(shared).toEqual([
    ["cancel", "refinance"],
    ["lose_dispute", "win_dispute_in_part"],
  ]);
});

test("the card's states stand in the order in which a card goes through them", () => {
  const diagram = stateDiagramOf(machines.card, wordsOf(machineWords.en.card, "en"));
  const downwards = diagram.states.toSorted((one, other) => one.y - other.y).map(({ state }) => state);
  expect(downwards).toEqual(["default", "active", "suspended", "blocked", "lost", "stolen", "canceled"]);
});

test("ends that one state forks into stand side by side", () => {
  const diagram = stateDiagramOf(machines.promise, wordsOf(machineWords.en.promise, "en"));
  expect(new Set(diagram.states.filter(({ isFinal }) => isFinal).map(({ y }) => y)).size).toBe(1);
});

test("any machine can be drawn so", () => {
  fc.assert(
    fc.property(someMachine, (machine) => {
      const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name.replaceAll("_", " ")]));
      const words = {
        states: named(statesOf(machine)),
        events: named(eventsOf(machine)),
        set: { automatic: "automatic", proactive: "proactive" },
      };
      const diagram = stateDiagramOf(machine, words);
      expect(overlaps(thingsIn(diagram), margin)).toEqual([]);
      expect(outside(diagram)).toEqual([]);
      expect(crossed(diagram)).toEqual([]);
      expect(new Set(diagram.labels.map(({ event }) => event)).size).toBe(eventsOf(machine).length);
    }),
  );
});

const someMachine: fc.Arbitrary<AnyMachine> = fc.integer({ min: 2, max: 7 }).chain((count) => {
  const states = Array.from({ length: count }, (_, index) => `state_${index}`);
  const label = fc.constantFrom("go", "send it back", "decide_for_the_customer_in_part", "wwwwwwwwwwwwwww");
  const event = fc.record({
    label,
    from: fc.subarray(states, { minLength: 1 }),
    to: fc.constantFrom(...states),
    hasSecond: fc.boolean(),
  });
  return fc.array(event, { minLength: 1, maxLength: 9 }).map((events) => ({
    entity: "some",
    first: "state_0",
    states: Object.fromEntries(
      states.map((state) => [state, { label: state, set: "automatic" as const, meaning: state, allows: [] }]),
    ),
    events: Object.fromEntries(
      events
        .map(({ from, to, ...rest }) => ({ ...rest, to, from: from.filter((state) => state !== to) }))
        .filter(({ from }) => from.length > 0)
        .map(({ hasSecond, ...rest }, index) => [
          `${rest.label}_${index}`,
          { ...rest, by: {}, ...(hasSecond && { fourEyes: true as const }) },
        ]),
    ),
  }));
});

function wordsOf({ states, events }: MachineWords, language: (typeof languages)[number]): DiagramWords {
  const labels = (all: Readonly<Record<string, { label: string }>>) =>
    Object.fromEntries(Object.entries(all).map(([name, { label }]) => [name, label]));
  const t = translators[language];
  return {
    states: labels(states),
    events: labels(events),
    set: { automatic: t("statuses.set_automatic"), proactive: t("statuses.set_proactive") },
  };
}
