import { expect, test } from "vitest";
import { linesOf, sources } from "#tests/architecture/sources";

const shown = sources.filter((file) => /^(app|components|lib)\/.+\.tsx?$/.test(file));

test("numbers, days and lists are written in a language's locale: that of es alone groups digits as no page of ours does", () => {
  expect(shown.filter((file) => linesOf(file).some((line) => /new Intl\.\w+\(language\b/.test(line)))).toEqual([]);
});
