import { expect, test } from "vitest";
import { sources } from "#tests/architecture/sources";

const code = sources.filter((file) => /^(app|bin|components|db|lib|tests)\//.test(file));
const namesIn = (file: string) => file.split("/").map((part) => part.replace(/(\.[a-z]+)+$/, ""));

/** kebab-case, and what Next gives a meaning to: [id], [...nextauth]. */
const wellFormed = /^([a-z0-9]+(-[a-z0-9]+)*|\[(\.\.\.)?[a-z]+\]|)$/;
const saysNothing = /(^|-)(utils?|helpers?|common|misc|types?|services?|managers?)(-|$)/;

test("files and folders are in kebab-case", () => {
  expect(code.filter((file) => !namesIn(file).every((name) => wellFormed.test(name)))).toEqual([]);
});

test("no name says nothing", () => {
  expect(code.filter((file) => namesIn(file).some((name) => saysNothing.test(name)))).toEqual([]);
});

test("there are no barrels: no file is called index", () => {
  expect(code.filter((file) => /(^|\/)index\.[a-z]+$/.test(file))).toEqual([]);
});
