import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codeAlphabet, codeLetters, codeSpace, codeStep, isCode } from "#lib/domain/code";

const functions = readFileSync("db/migrations/0000_functions.sql", "utf8");
const recordCode = /CREATE FUNCTION record_code[\s\S]*?;/.exec(functions)?.[0] ?? "";

describe("the function of the database writes the same codes", () => {
  test("of the same letters, one for each place", () => {
    expect([...recordCode.matchAll(/substr\('([^']*)'/g)].map(([, letters]) => letters)).toEqual(Array(6).fill(codeAlphabet));
  });

  test("with the same step through the same space", () => {
    expect(
      [...recordCode.matchAll(/number \* (\d+)\) % (\d+)\)/g)].map(([, step, space]) => [Number(step), Number(space)]),
    ).toEqual(Array(6).fill([codeStep, codeSpace]));
  });

  test("each place by its power of the alphabet", () => {
    const powers = [5, 4, 3, 2, 1].map((power) => codeAlphabet.length ** power);
    expect([...recordCode.matchAll(/\) \/ (\d+)/g)].map(([, power]) => Number(power))).toEqual(powers);
  });
});

test("no two letters of the alphabet look alike", () => {
  expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  for (const pair of ["0O", "1I", "1L", "IL", "2Z", "5S", "8B"]) {
    expect([...pair].filter((letter) => codeAlphabet.includes(letter)).length, pair).toBeLessThan(2);
  }
});

test("the step has no factor of the space, so it visits all of it before it comes back", () => {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  expect(divisor(codeSpace, codeStep)).toBe(1);
});

test("each kind of record has a letter of its own", () => {
  const letters = Object.values(codeLetters);
  expect(new Set(letters).size).toBe(letters.length);
});

describe("not a customer's ID", () => {
  test.each([
    "",
    "C",
    "C-",
    "C-23467",
    "C-2346799",
    "c-234679",
    "C-23467a",
    "D-234679",
    "C234679",
    "C-23467O",
    "C-23467Ñ",
    " C-234679",
    "C-234679 ",
    "C-234679\n",
    "C-234679\0",
    "C-234679C-234679",
  ])("%j", (text) => expect(isCode("customer", text)).toBe(false));
});

test("a customer's ID", () => expect(isCode("customer", "C-7F3K2M")).toBe(true));
