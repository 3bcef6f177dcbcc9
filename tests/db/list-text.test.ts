import { beforeAll, describe, expect, test } from "vitest";
import { customerList } from "#app/customers/list";
import { preCustomerList } from "#app/pre-customers/list";
import { findPage, type Page } from "#db/list/page";
import { countFound } from "#db/list/total";
import { registeredStatuses } from "#lib/domain/customer";
import { wordsOf } from "#lib/list/words";
import { add, asked, codesOf, everyone, type Person, pageAt, seedPeople, walk } from "#tests/db/lists";

const registeredAt = "2026-01-05T10:00:00Z";
const customer = (firstName: string, more: Partial<Person> = {}) =>
  ({ status: "enabled", registeredAt, firstName, ...more }) as const;

let people: (Person & { fields: string[] })[];
beforeAll(async () => {
  // More registered than the walk in order looks at, so that both ways of finding are gone.
  await seedPeople(7500);
  await add(
    customer("100% Seguro"),
    customer("1000 Seguro"),
    customer("a_b_c"),
    customer("aXbXc"),
    customer("back\\slash"),
    customer("backslash"),
    customer('O\'Byrne "Comillas"'),
    customer("Ａｎａ Ancha"),
    customer("Straße", { lastName: "Ærø" }),
    customer("Empresa", { lastName: "Ltda", idType: "nit", nationalId: "900999888-7" }),
    customer("Última", { phone: "+573009998877", email: "U.L+x@mail.example", registeredAt: "1990-01-01T00:00:00Z" }),
    { firstName: "Sin", lastName: "Registro", nationalId: "77665544", idType: "cc" },
  );
  people = (await everyone()).map((person) => ({ ...person, fields: fieldsOf(person) }));
});

/** What unaccent makes of the letters that no accent explains. */
const spelled: Record<string, string> = { ß: "ss", Æ: "AE", æ: "ae", ø: "o", Ø: "O" };
const fold = (text: string) =>
  text
    .replace(/[ßÆæøØ]/g, (letter) => spelled[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
const fieldsOf = ({ code, name, phone, email, nationalId, status }: Person) =>
  [code, name, phone, email, status === "unregistered" ? null : nationalId].flatMap((field) =>
    field === null ? [] : [fold(field)],
  );
const whoHold = (words: readonly string[]) => {
  const folded = words.map(fold);
  return people.filter(({ fields }) => folded.every((word) => fields.some((field) => field.includes(word))));
};
const isRegistered = ({ status }: Person) => registeredStatuses.some((each) => each === status);

function words(text: string): string[] {
  const wanted = wordsOf(text);
  if ("problem" in wanted) throw new Error(`${text}: ${wanted.problem}`);
  return wanted.words;
}

const texts = [
  "María",
  "maria",
  "MARÍA",
  "rodríguez gómez",
  "GOMEZ rodriguez",
  "ñungo",
  "Núñez",
  "de la hoz",
  "d'achiardi",
  "300",
  "+573",
  "(300) 999-8877",
  "+57 300 999 88 77",
  "mail.example",
  "u.l+x@MAIL.example",
  "900.999.888-7",
  "900999888",
  "100%",
  "a_b_c",
  "back\\slash",
  "%%%abc",
  'Comillas"',
  "ana ancha",
  "strasse",
  "aero",
  "última maría",
  "zzzz",
  "C-22",
  "maria 300 gomez",
];

describe.each(texts)("%s", (text) => {
  test("finds whoever holds every word in some field, and counts them", async () => {
    const expected = whoHold(words(text))
      .filter(isRegistered)
      .map(({ code }) => code);
    const found = (await walk({ ...customerList, pageSize: 10_000 }, "", { words: words(text) })).flat();
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect((await pageAt(customerList, "page=last", { words: words(text) })).found ?? expected.length).toBe(expected.length);
    expect(await countFound(customerList, asked(customerList, "count=exact", { words: words(text) }))).toEqual({
      records: expected.length,
      isMore: false,
    });
  });

  test.each(["", "sort=name", "sort=active_credits&status=disabled"])(
    "in the order of “%s”, few at once or all",
    async (address) => {
      const all = codesOf(await pageAt({ ...customerList, pageSize: 10_000 }, address, { words: words(text) }));
      const list = { ...customerList, pageSize: 20 };
      expect(codesOf(await pageAt(list, address, { words: words(text) }))).toEqual(all.slice(0, 20));
      expect(codesOf(await pageAt(list, `${address}&page=last`, { words: words(text) }))).toEqual(all.slice(-20));
    },
  );
});

test("the texts are found by nobody, one, some and many", () => {
  const many = texts.map((text) => whoHold(words(text)).filter(isRegistered).length);
  expect(many).toEqual(expect.arrayContaining([0, 1]));
  expect(Math.max(...many)).toBeGreaterThan(1000);
});

test("pages of a search are all of it, while filters narrow it", async () => {
  const address = "status=disabled&active_credits_from=1&sort=-name";
  const expected = whoHold(["gomez"])
    .filter((it) => it.status === "disabled" && it.activeCredits >= 1)
    .map(({ code }) => code);
  const found = (await walk({ ...customerList, pageSize: 7 }, address, { words: ["gomez"] })).flat();
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test("somebody far behind in the order is found like the first", async () => {
  expect(codesOf(await pageAt(customerList, "", { words: ["ultima"] }))).toEqual([
    people.find(({ firstName }) => firstName === "Última")?.code,
  ]);
});

test("pre-customers are not found by their national ID", async () => {
  const found = (text: string) => walk(preCustomerList, "", { words: words(text) });
  expect((await found("77665544")).flat()).toEqual([]);
  expect((await found("sin registro")).flat()).toHaveLength(1);
});

test("the deleted are found only where they are filtered for", async () => {
  const [deleted] = people.filter(({ status }) => status === "deleted");
  const found = async (address: string) => (await walk(customerList, address, { words: [deleted?.code ?? ""] })).flat();
  expect(await found("")).toEqual([]);
  expect(await found("status=deleted")).toEqual([deleted?.code]);
});

describe("for whom personal data is masked", () => {
  const masked = { isMasked: true, isWhole: true };
  const last = () => people.find(({ firstName }) => firstName === "Última") as Person;
  const found = async (text: string) => (await walk(customerList, "", { ...masked, words: words(text) })).flat();

  test.each(["ultima", "ÚLTIMA", "+57 300 999 8877", "u.l+x@mail.example"])("a whole field finds: %s", async (text) => {
    expect(await found(text)).toEqual([last().code]);
  });

  test.each(["ultim", "ltima", "3009998877", "+5730099988", "mail.example", "ult%", "_ltima", "9999"])(
    "a part does not: %s",
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );

  test("several words are one whole field, in their order", async () => {
    expect(await found("STRASSE aero")).toHaveLength(1);
    expect(await found("aero strasse")).toEqual([]);
  });

  test("a count tells no more than the page", async () => {
    const query = asked(customerList, "", { ...masked, words: ["ultim"] });
    expect(await countFound(customerList, query)).toEqual({ records: 0, isMore: false });
  });

  test.each([customerList, preCustomerList])("no row of $name holds a clear value", async (spec) => {
    const list = { ...spec, pageSize: 10_000 };
    const byCode = new Map(people.map((person) => [person.code, person]));
    for (const words of [[], ["María"]]) {
      for (const row of ((await findPage(list, asked(list, "", { ...masked, isWhole: false, words }))) as Page).rows) {
        const { name, phone, email, nationalId } = byCode.get(String(row[0])) as Person;
        const shown = row.slice(1).filter((value) => typeof value === "string");
        const clear = [
          phone,
          email,
          email?.split("@")[0],
          email?.split("@")[1],
          nationalId,
          ...name.split(" ").filter((word) => word.length > 2),
        ];
        expect(
          clear.filter((value) => value && shown.some((each) => each.includes(value))),
          String(row[0]),
        ).toEqual([]);
      }
    }
  });
});
