import { expect, test } from "vitest";
import { linesOf, sources } from "#tests/architecture/sources";

const code = sources.filter((file) => /\.(ts|tsx|mjs|cjs|css)$/.test(file));
const words = /^lib\/messages\/|^db\/seed\/(names|places)\.ts$|^tests\/section-lists\.ts$/;

test("a file is read in a minute: none is over 200 lines, but words and data", () => {
  const long = code.filter((file) => !words.test(file) && linesOf(file).length > 200);
  expect(long).toEqual([]);
});

test("half of the files have at most 60 lines", () => {
  const sizes = code.map((file) => linesOf(file).length).sort((one, other) => one - other);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
});
