import { describe, expect, test } from "vitest";
import { can, roles } from "#lib/domain/actor";
import { registeredStatuses } from "#lib/domain/customer";
import { type AnyMachine, isFinal, statesOf } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { type Contract, contractOf, registeredByContract } from "#tests/domain/contract";

type Facts = Record<string, unknown>;

describe.each(entities)("%s", (entity) => {
  test("has no difference from the contract", () => {
    expect(differences(contractOf(entity), machines[entity])).toEqual([]);
  });

  test("has the states and events of the contract in its order", () => {
    const { states, events } = contractOf(entity);
    expect(Object.keys(machines[entity].states)).toEqual(Object.keys(states));
    expect(Object.keys(machines[entity].events)).toEqual(Object.keys(events));
  });

  test("asks of the system alone what the contract asks of it alone", () => {
    for (const { guards = [] } of Object.values((machines[entity] as AnyMachine).events)) {
      for (const { says, only } of guards) expect(only === "system", says).toBe(says.startsWith("by the system:"));
    }
  });
});

test("the customers of the list are those the contract names", () => {
  expect(registeredByContract()).toEqual(registeredStatuses);
});

test("the machines are of every entity of the contract, by their own names", () => {
  expect(entities.map((entity) => machines[entity].entity)).toEqual(entities);
});

test("only the gravest events ask for the record's ID (spec/screens.md)", () => {
  expect(eventsWith(({ isTyped }) => isTyped)).toEqual(["customer.delete", "product.deactivate", "account.cancel"]);
});

test("only these events ask for money", () => {
  expect(eventsWith(({ asks }) => asks?.includes("credit_note"))).toEqual(["credit.cancel"]);
  expect(eventsWith(({ asks }) => asks?.includes("amount"))).toEqual(["credit.dispute", "credit.win_dispute_in_part"]);
});

describe("a difference is named", () => {
  const contract = contractOf("credit");
  const changed = (change: (copy: Contract) => unknown) => {
    const copy = structuredClone(contract);
    change(copy);
    return differences(copy, machines.credit);
  };
  const paid = contract.states["paid"] ?? expect.fail("no state");
  const reopen = contract.events["reopen"] ?? expect.fail("no event");

  test.each<[(copy: Contract) => unknown, string[]]>([
    [({ states }) => delete states["paid"], ["state paid is not in the contract"]],
    [({ states }) => Object.assign(states, { lost: paid }), ["state lost is not in the machine"]],
    [
      ({ states }) => Object.assign(states, { paid: { ...paid, set: "by hand" } }),
      ["state paid: set is “automatic”, in the contract “by hand”"],
    ],
    [({ events }) => delete events["settle"], ["event settle is not in the contract"]],
    [({ events }) => Object.assign(events, { forget: reopen }), ["event forget is not in the machine"]],
    [
      ({ events }) => Object.assign(events, { reopen: { ...reopen, to: "paid" } }),
      ["event reopen: to is “active”, in the contract “paid”"],
    ],
    [
      ({ events }) => Object.assign(events, { reopen: { ...reopen, guards: [] } }),
      [expect.stringMatching(/^event reopen: guards is “a reversal .*”, in the contract “”$/)],
    ],
  ])("%#", (change, named) => expect(changed(change)).toEqual(named));
});

/** The sentence of each thing that one says and the other does not. */
function differences({ states, events }: Contract, machine: AnyMachine): string[] {
  return [...unlike("state", states, saidOfStates(machine)), ...unlike("event", events, saidOfEvents(machine))];
}

function unlike(kind: string, contract: Record<string, Facts>, machine: Record<string, Facts>): string[] {
  return [...new Set([...Object.keys(contract), ...Object.keys(machine)])].flatMap((name) => {
    const [said, done] = [contract[name], machine[name]];
    if (said === undefined) return [`${kind} ${name} is not in the contract`];
    if (done === undefined) return [`${kind} ${name} is not in the machine`];
    return Object.keys(said)
      .filter((fact) => String(said[fact]) !== String(done[fact]))
      .map((fact) => `${kind} ${name}: ${fact} is “${done[fact]}”, in the contract “${said[fact]}”`);
  });
}

function saidOfStates(machine: AnyMachine): Record<string, Facts> {
  const markOf = (state: string) => (state === machine.first ? "(first)" : isFinal(machine, state) ? "(final)" : "");
  return Object.fromEntries(
    statesOf(machine).map((state) => {
      const { allows = [], ...says } = machine.states[state] ?? {};
      return [state, { ...says, allows: allows.join(", "), mark: markOf(state) }];
    }),
  );
}

function saidOfEvents({ events }: AnyMachine): Record<string, Facts> {
  return Object.fromEntries(
    Object.entries(events).map(([name, { from, to, by, reasons = [], fourEyes, guards = [], effects = "" }]) => {
      const mayDo = roles.filter((role) => by.permission !== undefined && can({ role }, by.permission));
      const says = [...new Set(guards.map(({ says }) => says))];
      const eyes = typeof fourEyes === "object" ? fourEyes.when : fourEyes;
      const whose = { roles: mayDo, system: by.system, service: by.service === true };
      return [name, { from, to, ...whose, reasons, fourEyes: eyes, guards: says.join(), effects }];
    }),
  );
}

function eventsWith(asked: (event: AnyMachine["events"][string]) => boolean | undefined): string[] {
  return entities.flatMap((entity) =>
    Object.entries((machines[entity] as AnyMachine).events)
      .filter(([, event]) => asked(event))
      .map(([name]) => `${entity}.${name}`),
  );
}
