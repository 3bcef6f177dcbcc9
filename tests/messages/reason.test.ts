import { describe, expect, test } from "vitest";
import type { AnyMachine } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { languages } from "#lib/messages/catalogue";
import { reasonWords } from "#lib/messages/reason";

const reasons = new Set(
  entities.flatMap((entity) => Object.values((machines[entity] as AnyMachine).events).flatMap((event) => event.reasons ?? [])),
);

describe.each(languages)("in %s", (language) => {
  const words: Record<string, string> = reasonWords[language];

  test("every reason of every machine has words, and nothing else has", () => {
    expect(Object.keys(words).toSorted()).toEqual([...reasons].toSorted());
  });

  test("no two reasons are called the same", () => {
    expect(new Set(Object.values(words)).size).toBe(reasons.size);
    expect(Object.values(words).filter((text) => text.trim() !== text || text === "")).toEqual([]);
  });
});
