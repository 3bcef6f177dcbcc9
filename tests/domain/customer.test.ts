import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { customerStates, registeredStatuses } from "#lib/domain/customer";
import type { States } from "#lib/domain/machine";

const page = readFileSync("tests/domain/statuses.md", "utf8");

test("the states are those of the contract", () => {
  expect(differences(statesOf("Customer"), customerStates)).toEqual([]);
});

test("the first state of the contract is the first of the machine", () => {
  const [first] = rowsOf("Customer");
  expect(first?.[0]).toBe(`\`${Object.keys(customerStates)[0]}\` (first)`);
});

test("the customers of the list are those the contract names", () => {
  const named = /^Pre-customers = `unregistered`\. Customers = ([^;]*);/m.exec(page)?.[1] ?? "";
  expect(named.split(", ")).toEqual(registeredStatuses.map((status) => `\`${status}\``));
});

/** The sentence of each thing that one says of a state and the other does not. */
function differences(contract: States, machine: States): string[] {
  return [...new Set([...Object.keys(contract), ...Object.keys(machine)])].flatMap((state) => {
    const [said, done] = [contract[state], machine[state]];
    if (said === undefined) return [`${state} is not in the contract`];
    if (done === undefined) return [`${state} is not in the machine`];
    return (["label", "set", "meaning", "allows"] as const)
      .filter((fact) => String(said[fact]) !== String(done[fact]))
      .map((fact) => `${state}: ${fact} is “${done[fact]}”, in the contract “${said[fact]}”`);
  });
}

function statesOf(entity: string): States {
  return Object.fromEntries(
    rowsOf(entity).map(([state = "", label = "", set = "", meaning = "", allows = ""]) => [
      state.replace(/^`(\w+)`.*/, "$1"),
      {
        label,
        set: set as "automatic" | "proactive",
        meaning: meaning.replaceAll("*", ""),
        allows: allows === "nothing" ? [] : allows.split("; "),
      },
    ]),
  );
}

/** The rows of an entity's first table, which is that of its states, without its head. */
function rowsOf(entity: string): string[][] {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${entity}\n`)) ?? "";
  const table = section.split("\n\n").find((each) => each.startsWith("| state ")) ?? "";
  const rows = table.trim().split("\n").slice(2);
  return rows.map((row) => row.slice(2, -2).split(" | "));
}
