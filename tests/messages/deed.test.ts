import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { eventsOf } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { languages } from "#lib/messages/catalogue";
import { deedLabel, deedWords } from "#lib/messages/deed";

const moves = entities.flatMap((entity) => eventsOf<string>(machines[entity]).map((event) => `${entity}.${event}`));

/** The actions that code writes into the history by name. */
const written = ["app", "bin", "db"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) => [
      ...readFileSync(join(folder, path), "utf8").matchAll(/(?:action: |did: |list\.name, )"([a-z_]+\.[a-z_]+)"/g),
    ])
    .map(([, action = ""]) => action),
);

describe.each(languages)("in %s", (language) => {
  const words: Readonly<Record<string, string>> = deedWords[language];

  test("every event of every machine has words", () => {
    expect(moves.length).toBeGreaterThan(35);
    expect(moves.filter((action) => !Object.hasOwn(words, action))).toEqual([]);
  });

  test("every other action that code writes has words", () => {
    expect(written).toContain("session.opened");
    expect(written.filter((action) => !Object.hasOwn(words, action))).toEqual([]);
  });

  test("no words are of an event that no machine has, nor of another action that nobody writes", () => {
    const isMove = (action: string) => entities.some((entity) => action.startsWith(`${entity}.`));
    expect(Object.keys(words).filter((action) => isMove(action) && ![...moves, ...written].includes(action))).toEqual([]);
  });

  test("they begin with a capital, and have no blanks at their ends", () => {
    expect(Object.values(words).filter((text) => !/^\p{Lu}.*\S$/u.test(text))).toEqual([]);
  });

  test.each(["moon.landed", "toString", "__proto__", "", "customer."])("the unknown action %j is shown as it is", (action) => {
    expect(deedLabel(action, language)).toBe(action);
  });
});
