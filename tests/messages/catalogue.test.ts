import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { customerList } from "#app/customers/list";
import { preCustomerList } from "#app/pre-customers/list";
import { viewOf } from "#db/list";
import { languages, messages, statusWords, translators } from "#lib/messages/catalogue";

const wordsIn = (language: keyof typeof messages) =>
  new Map(
    Object.entries(messages[language]).flatMap(([part, words]) =>
      Object.entries(words).map(([key, text]) => [`${part}.${key}`, text]),
    ),
  );
const en = wordsIn("en");
const es = wordsIn("es");
const keys = [...en.keys()];

test("both languages have the same words", () => expect([...es.keys()].toSorted()).toEqual(keys.toSorted()));

test("no word is empty, or has blanks at its ends", () => {
  for (const words of [en, es]) expect([...words].filter(([, text]) => text === "" || text.trim() !== text)).toEqual([]);
});

test("both languages put in the same values", () => {
  expect(keys.filter((key) => String(namesIn(en.get(key))) !== String(namesIn(es.get(key))))).toEqual([]);
});

test.each(languages)("every word in %s can be said", (language) => {
  const t = translators[language];
  for (const [key, text] of wordsIn(language)) {
    const values = Object.fromEntries(namesIn(text).map((name) => [name, 2]));
    expect(t(key as never, values as never), key).not.toMatch(/[{}]/);
  }
});

test("a word that is not there, or a value that is missing, is an error", () => {
  expect(() => translators.en("list.nothing" as never)).toThrow();
  expect(() => translators.es("list.total")).toThrow();
});

describe("the words that code says", () => {
  const sources = ["app", "bin", "components", "db", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("messages"))
      .map((path) => readFileSync(join(folder, path), "utf8")),
  );
  const said = (pattern: RegExp) => [
    ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, key = ""]) => key))),
  ];

  test("are all there", () => {
    const literal = said(/\bt\(\s*"([^"]+)"/g);
    expect(literal.length).toBeGreaterThan(50);
    expect(literal.filter((key) => !en.has(key))).toEqual([]);
  });

  test("begin with a part that is there, where the rest is computed", () => {
    const computed = said(/\bt\(\s*`([^$`]+)\$\{/g);
    expect(computed.length).toBeGreaterThan(5);
    expect(computed.filter((beginning) => !keys.some((key) => key.startsWith(beginning)))).toEqual([]);
  });

  test("leave none unsaid", () => {
    const literal = new Set(said(/"([\w-]+\.\w+)"/g));
    const refused = said(/\bwords: "(\w+)"/g).map((part) => `${part}.`);
    const beginnings = [...said(/`([\w-]+\.\w*)\$\{/g), ...refused];
    const endings = new Set(said(/`\$\{[^}]+\}\.(\w+)`/g));
    const lists = Object.fromEntries(columnsByList().map(([name, columns]) => [name, new Set([...endings, ...columns])]));
    const isSaid = (key: string) => {
      const [part = "", word = ""] = key.split(".");
      return literal.has(key) || beginnings.some((beginning) => key.startsWith(beginning)) || lists[part]?.has(word) === true;
    };
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });
});

describe.each([customerList, preCustomerList].map(viewOf))("the list $name", ({ name, columns }) => {
  test("has a word for each column, and for itself", () => {
    const wanted = [...columns.map(({ key }) => key), "title", "text", "empty", "empty_why"].map((key) => `${name}.${key}`);
    expect(wanted.filter((key) => !en.has(key))).toEqual([]);
  });

  test("calls no two columns the same, in any language", () => {
    for (const words of [en, es])
      expect(new Set(columns.map(({ key }) => words.get(`${name}.${key}`))).size).toBe(columns.length);
  });
});

describe("the headers are those of spec/screens.md", () => {
  test.each([
    [preCustomerList, "Pre-customer ID, Name, Phone number, Date created, Date modified, ID type, Email"],
    [
      customerList,
      "Customer ID, Name, Customer Status, Active Credits, Email, Phone Number, National ID, Date Created, Date Modified, Personal Data Acceptance, Personal Approval",
    ],
  ])("$name", ({ name, columns }, headers) => {
    expect(
      Object.keys(columns)
        .map((key) => en.get(`${name}.${key}`))
        .join(", "),
    ).toBe(headers);
  });
});

test("and so are those of the lists that need a database", () => {
  const headersOf = (name: string) =>
    columnsByList()
      .find(([each]) => each === name)?.[1]
      .map((key) => en.get(`${name}.${key}`))
      .join(", ");
  expect(headersOf("history")).toBe("Action Date, User Email, Action Taken, Module Affected, Record, IP Address, Details");
  expect(headersOf("approvals")).toBe("Asked at, By, What, On which record, Reason, State");
});

test("the statuses of a list's filter have words", () => {
  for (const { options = [] } of [customerList, preCustomerList].flatMap((list) =>
    Object.values(list.columns).filter(({ kind }) => kind === "status"),
  )) {
    expect(options.filter((status) => !(status in statusWords.en.customer))).toEqual([]);
  }
});

/** The columns of every list of app/, read from its declaration: some need a database to be made. */
function columnsByList(): [name: string, columns: string[]][] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((path) => /^[\w-]+\/list\.ts$/.test(path));
  return files.map((file) => {
    const source = readFileSync(join("app", file), "utf8");
    const columns = [...source.matchAll(/^ {4,6}((?!columns\b|finds\b)\w+): \{$|^ {4,6}(\w+): \{ (?:sql|\.\.\.)/gm)].map(
      ([, one, other]) => one ?? other ?? "",
    );
    return [/name: "([\w-]+)"/.exec(source)?.[1] ?? file, columns];
  });
}

/** The names of the values of an ICU message: `{name}` and `{name, plural, …}`. */
function namesIn(text = ""): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = ""]) => name))].toSorted();
}
