import { describe, expect, test } from "vitest";
import { customerStates, customerStatuses } from "#lib/domain/customer";
import type { States } from "#lib/domain/machine";
import { languages, statusWords } from "#lib/messages/catalogue";

const machines: Record<keyof (typeof statusWords)["en"], States> = { customer: customerStates };

describe.each(Object.entries(machines))("%s", (entity, states) => {
  const words = (language: "en" | "es") => statusWords[language][entity as keyof typeof machines];

  test.each(languages)("every status has words in %s, and only those", (language) => {
    expect(Object.keys(words(language)).toSorted()).toEqual(Object.keys(states).toSorted());
    for (const { label, meaning, allows } of Object.values(words(language))) {
      expect([label, meaning, ...allows].filter((text) => text.trim() === "")).toEqual([]);
    }
  });

  test.each(languages)("no two statuses are called the same in %s", (language) => {
    expect(new Set(Object.values(words(language)).map(({ label }) => label)).size).toBe(Object.keys(states).length);
  });
});

test("Spanish allows as many things as English", () => {
  const many = (language: "en" | "es") => customerStatuses.map((status) => statusWords[language].customer[status].allows.length);
  expect(many("es")).toEqual(many("en"));
});

test("Spanish is not English", () => {
  const { en, es } = statusWords;
  expect(customerStatuses.filter((status) => en.customer[status].label === String(es.customer[status].label))).toEqual([]);
});
