import { readFileSync } from "node:fs";
import type { Role } from "#lib/domain/actor";
import type { Entity } from "#lib/domain/machines";

const page = readFileSync("tests/domain/statuses.md", "utf8");
const roleOf: Record<string, Role> = { SA: "super_admin", AE: "account_executive", BA: "business", CA: "customer" };

/** What the contract says of a state and of an event, each fact as a text, a list being one text too. */
type ContractState = Record<"label" | "set" | "meaning" | "allows" | "mark", string>;
type ContractEvent = {
  from: string[];
  to: string;
  roles: Role[];
  /** In the contract's words; empty where it only says "system". */
  system: string | undefined;
  service: boolean;
  reasons: string[];
  /** Always, or when. */
  fourEyes: true | string | undefined;
  guards: string[];
  effects: string;
};
export type Contract = { states: Record<string, ContractState>; events: Record<string, ContractEvent> };

/** What spec/statuses.md says of an entity, without its backticks and its "(ours)". */
export function contractOf(entity: Entity): Contract {
  const guardsOf = Object.fromEntries(rowsOf(entity, "event").map(([event = "", , , , guards = ""]) => [event, guards]));
  return {
    states: Object.fromEntries(rowsOf(entity, "state").map(stateOf)),
    events: Object.fromEntries(
      rowsOf(entity, "event").map(([event = "", edge = "", by = "", reasons = "", guards = "", effects = ""]) => {
        const clauses = listOf(guardsOf[guards.replace(/^as /, "")] ?? guards, "; ");
        return [event, { ...edgeOf(edge), ...whoseOf(by, clauses), reasons: listOf(reasons, ", "), guards: clauses, effects }];
      }),
    ),
  };
}

/** The customers whom the contract calls so, among all. */
export const registeredByContract = (): string[] =>
  listOf(plain(/^Pre-customers = `unregistered`\. Customers = ([^;]*);/m.exec(page)?.[1] ?? ""), ", ");

function stateOf([name = "", label = "", set = "", meaning = "", allows = ""]: string[]): [string, ContractState] {
  const [state = "", mark = ""] = name.split(" ");
  return [state, { label, set, meaning, allows: allows === "nothing" ? "" : allows.replaceAll("; ", ", "), mark }];
}

function edgeOf(edge: string) {
  const [from = "", to = ""] = edge.split(" → ");
  return { from: listOf(from, ", "), to };
}

function whoseOf(by: string, guards: string[]) {
  const [system] = by.match(/system[^;]*/) ?? [];
  const people = by.replace(system ?? "", "");
  const [, when] = /4E ?([^;)]*)/.exec(people) ?? [];
  const besides = guards.flatMap((clause) => /, or (.*) \(then 4E\)/.exec(clause)?.[1] ?? []);
  return {
    roles: [...people.matchAll(/\b[A-Z]{2}\b/g)].flatMap(([each]) => roleOf[each] ?? []),
    system: system?.replace(/^system[,:]? ?/, ""),
    service: /\bservice\b/.test(people),
    fourEyes: when === "" ? (true as const) : when && [when, ...besides].join(", or "),
  };
}

/** The rows of an entity's table of states or of events, without its head. */
function rowsOf(entity: Entity, kind: "state" | "event"): string[][] {
  const title = entity.replace("_", "-");
  const section = page.split(/^## /m).find((each) => each.toLowerCase().startsWith(`${title}\n`)) ?? "";
  const table = section.split("\n\n").find((each) => each.startsWith(`| ${kind} `)) ?? "";
  const rows = table.trim().split("\n").slice(2);
  return rows.map((row) => row.slice(1, -1).split("|").map(plain));
}

function plain(text: string): string {
  return text
    .replaceAll(/,? ?\*\*\(?ours\)?\*\*/g, "")
    .replaceAll(/[`*]/g, "")
    .trim();
}

function listOf(text: string, separator: string): string[] {
  return text === "" ? [] : text.split(separator);
}
