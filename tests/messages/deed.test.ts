import { describe, expect, test } from "vitest";
import { eventsOf } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { languages } from "#lib/messages/catalogue";
import { deedLabel, deedWords } from "#lib/messages/deed";

const moves = entities.flatMap((entity) => eventsOf<string>(machines[entity]).map((event) => `${entity}.${event}`));

describe.each(languages)("in %s", (language) => {
  const words: Readonly<Record<string, string>> = deedWords[language];

  test("every event of every machine has words", () => {
    expect(moves.length).toBeGreaterThan(35);
    expect(moves.filter((action) => !Object.hasOwn(words, action))).toEqual([]);
  });

  test("no words are of an event that no machine has, but for what makes, edits and removes records", () => {
    const isMove = (action: string) => entities.some((entity) => action.startsWith(`${entity}.`));
    expect(Object.keys(words).filter((action) => isMove(action) && !moves.includes(action))).toEqual([
      ...["pre_loan.request", "pre_payment.announce", "promise.record"],
      ...["product.added", "product.edited", "offer.added", "offer.edited", "offer.remove"],
    ]);
  });

  test("they begin with a capital, and have no blanks at their ends", () => {
    expect(Object.values(words).filter((text) => !/^\p{Lu}.*\S$/u.test(text))).toEqual([]);
  });

  test.each(["moon.landed", "toString", "__proto__", "", "customer."])("the unknown action %j is shown as it is", (action) => {
    expect(deedLabel(action, language)).toBe(action);
  });
});
