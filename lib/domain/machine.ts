import type { Permission } from "#lib/domain/actor";
import { problemsIn } from "#lib/domain/machine/problems";

export type Values = Readonly<Record<string, string | number | bigint>>;

/** A refusal names the rule that said no, and what it saw; `lib/messages/refusal.ts` words it. */
export type Refusal = {
  rule: string;
  values?: Values;
  /** Whose machine says no, where it is another record's that would have moved along. */
  of?: { entity: string; code: string };
};

/** What a status says of its record: who sets it, what it means and what it allows. */
type StateSays = { label: string; set: "automatic" | "proactive"; meaning: string; allows: readonly string[] };
export type States = Readonly<Record<string, StateSays>>;

export type Guard<Facts> = {
  rule: string;
  /** The clause of the annex that this guard asks; guards of one clause share it. */
  says: string;
  /** For whom alone it is asked. */
  only?: "system";
  holds: (facts: Facts) => boolean;
  values?: (facts: Facts) => Values;
};

export type Event<State extends string, Facts> = {
  label: string;
  from: readonly State[];
  to: State;
  by: { permission?: Permission; service?: true /** When the system does it by itself. */; system?: string };
  reasons?: readonly string[];
  /** A second operator must approve: always, or when the facts say so. */
  fourEyes?: true | { when: string; holds: (facts: Facts) => boolean };
  /** What must be given besides the reason. */
  asks?: readonly Asked[];
  /** So grave that the record's ID is typed first. */
  isTyped?: true;
  guards?: readonly Guard<Facts>[];
  effects?: string;
  /** What is said before it beside the effects: `lib/messages/follows.ts` words it. */
  follows?: (facts: Facts) => Values;
};
/** An amount of money, or that of a credit note. */
type Asked = "amount" | "credit_note";

export type Machine<State extends string, Name extends string, Facts> = {
  entity: string;
  first: State;
  states: Readonly<Record<State, StateSays>>;
  events: Readonly<Record<Name, Event<State, Facts>>>;
};
export type AnyMachine = Machine<string, string, never>;

/** Checks a machine's declaration when it is loaded: a wrong one throws, naming every fault. */
export function defineMachine<Facts>() {
  return <const All extends States, const Name extends string>(machine: {
    entity: string;
    first: keyof All & string;
    states: All;
    events: Readonly<Record<Name, Event<keyof All & string, Facts>>>;
  }): Machine<keyof All & string, Name, Facts> & { states: All } => {
    const problems = problemsIn(machine as AnyMachine);
    if (problems.length > 0) throw new Error(`${machine.entity}: ${problems.join("; ")}`);
    return machine;
  };
}

export function statesOf<State extends string>(machine: Machine<State, string, never>) {
  return Object.keys(machine.states) as [State, ...State[]];
}

export function eventsOf<Name extends string>(machine: Machine<string, Name, never>) {
  return Object.keys(machine.events) as [Name, ...Name[]];
}

/** Every legal (event, from, to): what the diagrams, the constraints and the tests are made of. */
export function edgesOf<State extends string, Name extends string>({ events }: Machine<State, Name, never>) {
  return (Object.entries(events) as [Name, Event<State, never>][]).flatMap(([event, { from, to }]) =>
    from.map((each) => ({ event, from: each, to })),
  );
}

/** Whether nothing leads away from a state. */
export function isFinal<State extends string>(machine: Machine<State, string, never>, state: State): boolean {
  return edgesOf(machine).every(({ from }) => from !== state);
}

/** Whether a person can lead a record back to the state it was moved from: the first step is theirs, what follows may be a rule's. */
export function hasWayBack(machine: AnyMachine, to: string, from: string): boolean {
  const edges = edgesOf(machine);
  const isTheirs = (event: string) => machine.events[event]?.by.permission !== undefined;
  const reached = new Set(edges.filter((edge) => edge.from === to && isTheirs(edge.event)).map((edge) => edge.to));
  for (const state of reached) for (const edge of edges) if (edge.from === state) reached.add(edge.to);
  return reached.has(from);
}

/** Whether a state allows a thing, in the words of the machine itself. */
export function allows<All extends States>(
  { states }: { states: All },
  state: keyof All,
  thing: All[keyof All]["allows"][number],
): boolean {
  return (states[state] as StateSays).allows.includes(thing);
}

/** The machine as a Mermaid state diagram. */
export function toMermaid(machine: AnyMachine): string {
  const states = statesOf(machine);
  const edges = edgesOf(machine).map(({ event, from, to }) => `  ${mermaidId(from)} --> ${mermaidId(to)}: ${event}`);
  return [
    "stateDiagram-v2",
    ...states.filter((state) => mermaidId(state) !== state).map((state) => `  state "${state}" as ${mermaidId(state)}`),
    `  [*] --> ${mermaidId(machine.first)}`,
    ...edges,
    ...states.filter((state) => isFinal(machine, state)).map((state) => `  ${mermaidId(state)} --> [*]`),
  ].join("\n");
}

/** Mermaid keeps the word "default" to itself. */
const mermaidId = (state: string) => (state === "default" ? "default_" : state);
