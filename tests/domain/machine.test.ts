import { describe, expect, test } from "vitest";
import { cardMachine } from "#lib/domain/card";
import { customerMachine } from "#lib/domain/customer";
import {
  type AnyMachine,
  allows,
  defineMachine,
  edgesOf,
  eventsOf,
  hasWayBack,
  isFinal,
  statesOf,
  toMermaid,
} from "#lib/domain/machine";
import { problemsIn } from "#lib/domain/machine/problems";
import { entities, machines } from "#lib/domain/machines";

const says = { label: "Said", set: "automatic", meaning: "what it means", allows: [] } as const;
const door = {
  entity: "door",
  first: "open",
  states: { open: says, shut: says },
  events: {
    shut: {
      label: "Shut",
      from: ["open"],
      to: "shut",
      by: { permission: "record:read" },
      reasons: ["wind", "other"],
      guards: [{ rule: "free", says: "nobody stands in it", holds: () => true }],
    },
  },
} as const satisfies AnyMachine;

const doorWith = (event: object): AnyMachine => ({ ...door, events: { shut: { ...door.events.shut, ...event } } });
const [guard] = door.events.shut.guards;

describe("a wrong declaration", () => {
  test.each<[AnyMachine, string[]]>([
    [
      { ...door, first: "ajar" },
      [
        'the first state "ajar" is unknown',
        'state "open" cannot be reached from "ajar"',
        'state "shut" cannot be reached from "ajar"',
      ],
    ],
    [{ ...door, states: { ...door.states, ajar: says } }, ['state "ajar" cannot be reached from "open"']],
    [{ ...door, events: {} }, ['state "shut" cannot be reached from "open"']],
    [{ ...door, states: { ...door.states, shut: { ...says, label: " " } } }, ['state "shut" lacks a label or a meaning']],
    [{ ...door, states: { ...door.states, shut: { ...says, meaning: "" } } }, ['state "shut" lacks a label or a meaning']],
    [doorWith({ from: ["open", "ajar"] }), ['event "shut" names the unknown state "ajar"']],
    [doorWith({ to: "ajar" }), ['state "shut" cannot be reached from "open"', 'event "shut" names the unknown state "ajar"']],
    [doorWith({ from: [] }), ['state "shut" cannot be reached from "open"', 'event "shut" comes from no state']],
    [doorWith({ label: "" }), ['event "shut" lacks a label']],
    [doorWith({ by: {} }), ['event "shut" is nobody\'s: it lacks a permission']],
    [doorWith({ reasons: ["wind", "wind"] }), ['event "shut" lists the reason "wind" twice']],
    [doorWith({ guards: [{ ...guard, says: "" }] }), ['guard "free" of "shut" lacks a sentence']],
    [doorWith({ guards: [guard, guard] }), ['event "shut" has the guard "free" twice']],
  ])("%#: is named, and fails when loaded", (machine, problems) => {
    expect(problemsIn(machine)).toEqual(problems);
    expect(() => defineMachine<never>()(machine)).toThrow(`door: ${problems.join("; ")}`);
  });

  test("is none where nothing is wrong", () => {
    expect(problemsIn(door)).toEqual([]);
    expect(defineMachine()(door)).toBe(door);
    expect(problemsIn(doorWith({ by: { system: "" } }))).toEqual([]);
  });
});

describe("every status", () => {
  test.each(entities)("%s allows what it says and nothing that another says", (entity) => {
    const machine: AnyMachine = machines[entity];
    const things = new Set(Object.values(machine.states).flatMap((state) => state.allows));
    for (const state of statesOf(machine)) {
      const allowed = [...things].filter((thing) => allows(machine, state, thing));
      expect(allowed.toSorted()).toEqual(machine.states[state]?.allows.toSorted());
    }
  });

  test("asks in the machine's own words", () => {
    expect(allows(customerMachine, "enabled", "request credit")).toBe(true);
    expect(allows(customerMachine, "disabled", "request credit")).toBe(false);
    // @ts-expect-error: no customer's status says so
    expect(allows(customerMachine, "enabled", "requests credit")).toBe(false);
  });
});

test("edges are every event from each of its states", () => {
  expect(edgesOf(door)).toEqual([{ event: "shut", from: "open", to: "shut" }]);
  expect([eventsOf(door), statesOf(door)]).toEqual([["shut"], ["open", "shut"]]);
  expect([isFinal(door, "open"), isFinal(door, "shut")]).toEqual([false, true]);
});

test.each([
  ["customer", "unregistered", "register", false],
  ["customer", "enabled", "block", true],
  ["card", "active", "report_lost", false],
  ["card", "lost", "report_stolen", false],
  ["card", "active", "block", true],
  ["offer", "draft", "activate", false],
  ["offer", "enabled", "disable", true],
  ["product", "enabled", "deactivate", true],
  // What reopens a credit is a rule.
  ["credit", "active", "cancel", false],
  ["credit", "in_dispute", "win_dispute", false],
  // Decided against the customer it is active, and settles.
  ["credit", "paid", "dispute", true],
] as const)("%s: from %s, %s leaves a way back: %s", (entity, from, event, isThere) => {
  const machine: AnyMachine = machines[entity];
  expect(hasWayBack(machine, machine.events[event]?.to ?? expect.fail(), from)).toBe(isThere);
});

test("the diagram of the card", () => {
  expect(toMermaid(cardMachine)).toMatchInlineSnapshot(`
    "stateDiagram-v2
      state "default" as default_
      [*] --> default_
      default_ --> active: activate
      active --> suspended: suspend
      suspended --> active: resume
      active --> blocked: block
      blocked --> active: unblock
      default_ --> lost: report_lost
      active --> lost: report_lost
      suspended --> lost: report_lost
      blocked --> lost: report_lost
      default_ --> stolen: report_stolen
      active --> stolen: report_stolen
      suspended --> stolen: report_stolen
      blocked --> stolen: report_stolen
      lost --> stolen: report_stolen
      default_ --> canceled: cancel
      active --> canceled: cancel
      suspended --> canceled: cancel
      blocked --> canceled: cancel
      lost --> canceled: cancel
      stolen --> canceled: cancel
      canceled --> [*]"
  `);
});
