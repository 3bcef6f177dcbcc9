import { describe, expect, test } from "vitest";
import { codeLetters } from "#lib/domain/code";
import { entities } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import { addressOf, splitAtCodes } from "#lib/record-address";

describe("the address of an ID", () => {
  test.each(entities)("of a %s is in its section", (entity) => {
    const code = `${codeLetters[entity]}-7F3K2M`.replace("2", "3");
    expect(addressOf(code)).toBe(`/${sections[entity]}/${code}`);
  });

  test.each(["", "V-7F3K9M", "X-7F3K9M", "K-7F3K9", "K-7F3K9MM", "k-7f3k9m", "K-7F3K9M ", "K-OOOOOO", "//evil"])(
    "%j, which no record has, is none",
    (text) => {
      expect(addressOf(text)).toBeUndefined();
    },
  );
});

test.each([
  ["credit K-7F3K9M is 31 days delinquent", ["credit ", "K-7F3K9M", " is 31 days delinquent"]],
  ["K-7F3K9M", ["", "K-7F3K9M", ""]],
  ["K-7F3K9M, A-7F3K9M", ["", "K-7F3K9M", ", ", "A-7F3K9M", ""]],
  ["OK-7F3K9M K-7F3K9MX", ["OK-7F3K9M K-7F3K9MX"]],
  ["", [""]],
])("%j is split at its IDs, and nothing is lost", (text, parts) => {
  expect(splitAtCodes(text)).toEqual(parts);
  expect(splitAtCodes(text).join("")).toBe(text);
});
