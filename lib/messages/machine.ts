import type { AnyMachine, Machine } from "#lib/domain/machine";

type StateWords = { label: string; meaning: string; allows: readonly string[] };
export type EventWords = {
  label: string;
  /** When the system does it by itself; a machine may say no more than that it does. */
  system?: string;
  /** When a second operator must approve, where it is not always. */
  fourEyes?: string;
  effects?: string;
};

/** The words of a machine; guards by their rule, those of one clause all with its words. */
export type MachineWords<State extends string = string, Name extends string = string> = {
  states: Readonly<Record<State, StateWords>>;
  events: Readonly<Record<Name, EventWords>>;
  guards: Readonly<Record<string, string>>;
};

/** The words of a machine in both languages: English is what the machine itself says, Spanish says the same. */
export function machineWordsOf<State extends string, Name extends string>(
  machine: Machine<State, Name, never>,
  es: MachineWords<NoInfer<State>, NoInfer<Name>>,
): { en: MachineWords<State, Name>; es: MachineWords<State, Name> } {
  return { en: { states: machine.states, events: eventWords(machine), guards: guardWords(machine) }, es };
}

/** Each key with the same words: of guards that share a clause. */
export function sameWords<const Key extends string>(keys: readonly Key[], words: string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, words])) as Record<Key, string>;
}

function eventWords<Name extends string>({ events }: Machine<string, Name, never>): Record<Name, EventWords> {
  const words = Object.entries<AnyMachine["events"][string]>(events).map(([name, { label, by, fourEyes, effects }]) => [
    name,
    {
      label,
      ...(by.system && { system: by.system }),
      ...(typeof fourEyes === "object" && { fourEyes: fourEyes.when }),
      ...(effects !== undefined && { effects }),
    },
  ]);
  return Object.fromEntries(words) as Record<Name, EventWords>;
}

function guardWords({ events }: AnyMachine): Record<string, string> {
  const guards = Object.values(events).flatMap((event) => event.guards ?? []);
  return Object.fromEntries(guards.map(({ rule, says }) => [rule, says]));
}
