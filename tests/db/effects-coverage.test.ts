import { expect, test } from "vitest";
import { type AnyMachine, eventsOf } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { covered } from "#tests/db/covered";

test("every event of every machine is made for real in one of the tests of effects", () => {
  const all = entities.flatMap((entity) => eventsOf(machines[entity] as AnyMachine).map((event) => `${entity}.${event}`));
  expect([...new Set(Object.values(covered).flat())].toSorted()).toEqual(all.toSorted());
});
