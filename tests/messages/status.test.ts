import { describe, expect, test } from "vitest";
import type { AnyMachine } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { languages, statusWords } from "#lib/messages/catalogue";
import type { MachineWords } from "#lib/messages/machine";
import { machineWords } from "#lib/messages/machines";

describe.each(entities)("%s", (entity) => {
  const machine: AnyMachine = machines[entity];
  const guards = Object.values(machine.events).flatMap((event) => event.guards ?? []);
  const en: MachineWords = machineWords.en[entity];
  const es: MachineWords = machineWords.es[entity];

  test("English is what the machine says", () => {
    expect(en.states).toBe(machine.states);
    for (const { rule, says } of guards) expect(en.guards[rule]).toBe(says);
    for (const [name, { label, by, effects }] of Object.entries(machine.events)) {
      expect(en.events[name]).toMatchObject({ label, ...(by.system && { system: by.system }), ...(effects && { effects }) });
    }
  });

  test("Spanish says the same things, and no others", () => {
    expect(shapeOf(es)).toEqual(shapeOf(en));
    expect(Object.keys(es.guards).toSorted()).toEqual([...new Set(guards.map(({ rule }) => rule))].toSorted());
  });

  test.each(languages)("nothing is empty or has blanks at its ends in %s", (language) => {
    expect(textsOf(machineWords[language][entity]).filter((text) => text === "" || text.trim() !== text)).toEqual([]);
  });

  test.each(languages)("no two statuses and no two events are called the same in %s", (language) => {
    for (const words of [machineWords[language][entity].states, machineWords[language][entity].events]) {
      const labels = Object.values(words).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test("Spanish is not English, and says one thing always alike", () => {
    const spanish = new Map<string, string>();
    textsOf(es).forEach((text, at) => {
      const english = textsOf(en)[at] ?? "";
      expect(spanish.get(english) ?? text).toBe(text);
      spanish.set(english, text);
    });
    expect([...spanish].filter(([english, text]) => english === text)).toEqual(
      entity === "customer" ? [["registered_at", "registered_at"]] : [],
    );
    expect(new Set(spanish.values()).size).toBe(spanish.size);
  });

  test("both name the same rules of the project", () => {
    expect(textsOf(es).map(rulesIn)).toEqual(textsOf(en).map(rulesIn));
  });

  test.each(languages)("its statuses are among the words of statuses in %s", (language) => {
    expect(statusWords[language][entity]).toBe(machineWords[language][entity].states);
  });
});

/** Every text of a machine, in the order of the English. */
function textsOf({ states, events, guards }: MachineWords): string[] {
  return [
    ...Object.values(states).flatMap(({ label, meaning, allows }) => [label, meaning, ...allows]),
    ...Object.values(events).flatMap(({ label, system = [], fourEyes = [], effects = [] }) =>
      [label, system, fourEyes, effects].flat(),
    ),
    ...Object.keys(guards)
      .toSorted()
      .map((rule) => guards[rule] ?? ""),
  ];
}

/** What is said, whatever its words. */
function shapeOf({ states, events, guards }: MachineWords) {
  return {
    states: Object.entries(states).map(([state, { allows }]) => [state, allows.length]),
    events: Object.entries(events).map(([event, words]) => [event, Object.keys(words).toSorted()]),
    guards: Object.keys(guards).toSorted(),
  };
}

/** Names as `disable_after_days`, which both languages write alike. */
function rulesIn(text: string): string[] {
  return [...text.matchAll(/\b[a-z]+(_[a-z]+)+\b/g)].map(([name]) => name).toSorted();
}
