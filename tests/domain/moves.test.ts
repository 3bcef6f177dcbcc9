import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles } from "#lib/domain/actor";
import { type AnyMachine, eventsOf, statesOf } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { type By, offers, transition } from "#lib/domain/transition";
import { contractOf } from "#tests/domain/contract";
import { flippedGuards, flipsOf, willingFacts } from "#tests/domain/willing";

describe.each(entities)("%s", (entity) => {
  const machine: AnyMachine = machines[entity];
  const { states, events } = contractOf(entity);
  const every = statesOf(machine).flatMap((from) => eventsOf(machine).map((event) => ({ from, event })));
  const legal = every.filter(({ from, event }) => events[event]?.from.includes(from));

  test.each(every)("with every guard willing, $event from $from", ({ from, event }) => {
    const { from: sources = [], to = "" } = events[event] ?? {};
    const moved = transition(machine, from, event, attemptOf(machine, event, willingFacts(entity, event)));
    if (sources.includes(from)) expect(moved).toMatchObject({ ok: true, from, to });
    else {
      const values = { state: from, fromStates: sources.join(" ") };
      expect(moved).toEqual({ ok: false, refusals: [{ rule: "status", values }] });
    }
  });

  test("every guard has the facts for which it alone says no, and only guards do", () => {
    for (const [event, { guards = [] }] of Object.entries(machine.events)) {
      expect(Object.keys(flipsOf(entity, event)), event).toEqual(guards.map(({ rule }) => rule));
    }
  });

  test("each guard alone refuses, from each status, and says what it saw", () => {
    for (const { event, guard, facts } of flippedGuards(entity, machine)) {
      const refusal = { rule: guard.rule, ...(guard.values && { values: guard.values(facts) }) };
      for (const { from } of legal.filter((each) => each.event === event)) {
        const attempt = guard.only === "system" ? { by: { kind: "system" } as const, facts } : attemptOf(machine, event, facts);
        expect(transition(machine, from, event, attempt)).toEqual({ ok: false, refusals: [refusal] });
      }
    }
  });

  test("what the system alone is asked stands in no operator's way", () => {
    for (const { event, guard, facts } of flippedGuards(entity, machine)) {
      if (guard.only === "system") {
        const [from = ""] = events[event]?.from ?? [];
        expect(transition(machine, from, event, attemptOf(machine, event, facts))).toMatchObject({ ok: true });
      }
    }
  });

  test("every event is offered, with all that stands in its way at once", () => {
    const facts = willingFacts(
      entity,
      "",
      Object.assign(
        {},
        ...eventsOf(machine)
          .map((event) => flipsOf(entity, event))
          .flatMap(Object.values),
      ),
    );
    for (const from of statesOf(machine)) {
      const offered = offers(machine, from, { by: { kind: "operator", role: "super_admin" }, facts });
      expect(offered.map(({ event }) => event)).toEqual(eventsOf(machine));
      for (const { event, refusals } of offered) {
        const attempt = { ...attemptOf(machine, event, facts), by: { kind: "operator", role: "super_admin" } as const };
        const moved = transition(machine, from, event, attempt);
        const bySystem = transition(machine, from, event, { by: { kind: "system" }, facts });
        const awaited = machine.events[event]?.by.permission === undefined && !bySystem.ok ? bySystem.refusals : [];
        const stood = moved.ok ? [] : moved.refusals.filter(({ rule }) => !rule.startsWith("reason_"));
        expect(refusals).toEqual([...stood, ...awaited]);
      }
    }
  });

  test("no sequence of events reaches an undeclared status or leaves a final one", () => {
    const by: By[] = [...roles.map((role) => ({ kind: "operator", role }) as const), { kind: "service" }, { kind: "system" }];
    const step = fc.constantFrom(...eventsOf(machine)).chain((event) =>
      fc.record({
        event: fc.constant(event),
        by: fc.constantFrom(...by),
        change: fc.constantFrom({}, ...Object.values(flipsOf(entity, event))),
        reason: fc.constantFrom(undefined, "other", ...(machine.events[event]?.reasons ?? [])),
        comment: fc.constantFrom("", "Why"),
      }),
    );
    const run = fc.array(step, { maxLength: 30 });
    fc.assert(
      fc.property(run, (steps) => {
        let state = machine.first;
        for (const { event, change, reason, ...rest } of steps) {
          const attempt = { ...rest, facts: willingFacts(entity, event, change), ...(reason !== undefined && { reason }) };
          const moved = transition(machine, state, event, attempt);
          if (!moved.ok) continue;
          expect(states[state]?.mark).not.toBe("(final)");
          expect(events[event]?.from).toContain(state);
          expect(moved).toMatchObject({ from: state, to: events[event]?.to });
          state = moved.to;
          expect(Object.keys(states)).toContain(state);
        }
      }),
    );
  });
});

/** An attempt by whoever may: an operator where one may, else the system; with the first of the reasons. */
function attemptOf(machine: AnyMachine, event: string, facts: never) {
  const { by, reasons: [reason] = [] } = machine.events[event] ?? expect.fail(`no ${event}`);
  const who: By = by.permission === undefined ? { kind: "system" } : { kind: "operator", role: "super_admin" };
  return { by: who, facts, ...(reason !== undefined && { reason }) };
}
