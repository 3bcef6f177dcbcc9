/** What is looked at of a machine. */
type Declared = {
  first: string;
  states: Readonly<Record<string, { label: string; meaning: string }>>;
  events: Readonly<Record<string, DeclaredEvent>>;
};
type DeclaredEvent = {
  label: string;
  from: readonly string[];
  to: string;
  by: { permission?: string; system?: string };
  reasons?: readonly string[];
  guards?: readonly { rule: string; says: string }[];
};

/** What is wrong with a machine's declaration, each fault in words. */
export function problemsIn(machine: Declared): string[] {
  return [
    ...stateProblems(machine),
    ...Object.entries(machine.events).flatMap(([name, event]) => eventProblems(machine, name, event)),
  ];
}

function stateProblems(machine: Declared): string[] {
  const reached = reachedFrom(machine);
  const unreachable = Object.keys(machine.states).filter((state) => !reached.has(state));
  const unsaid = Object.entries(machine.states).filter(([, { label, meaning }]) => label.trim() === "" || meaning.trim() === "");
  return [
    ...(machine.first in machine.states ? [] : [`the first state "${machine.first}" is unknown`]),
    ...unreachable.map((state) => `state "${state}" cannot be reached from "${machine.first}"`),
    ...unsaid.map(([state]) => `state "${state}" lacks a label or a meaning`),
  ];
}

function eventProblems({ states }: Declared, name: string, event: DeclaredEvent): string[] {
  const { from, to, by, label, reasons = [], guards = [] } = event;
  const unknown = [...from, to].filter((state) => !(state in states));
  const isRepeated = (each: string, index: number, all: readonly string[]) => all.indexOf(each) !== index;
  return [
    ...unknown.map((state) => `event "${name}" names the unknown state "${state}"`),
    ...(from.length === 0 ? [`event "${name}" comes from no state`] : []),
    ...(label.trim() === "" ? [`event "${name}" lacks a label`] : []),
    ...(by.permission === undefined && by.system === undefined ? [`event "${name}" is nobody's: it lacks a permission`] : []),
    ...reasons.filter(isRepeated).map((reason) => `event "${name}" lists the reason "${reason}" twice`),
    ...guards.filter(({ says }) => says.trim() === "").map(({ rule }) => `guard "${rule}" of "${name}" lacks a sentence`),
    ...guards
      .map(({ rule }) => rule)
      .filter(isRepeated)
      .map((rule) => `event "${name}" has the guard "${rule}" twice`),
  ];
}

function reachedFrom({ first, events }: Declared): Set<string> {
  const reached = new Set([first]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of Object.values(events)) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return reached;
}
