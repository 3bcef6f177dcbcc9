import { sql } from "drizzle-orm";
import papaparse from "papaparse";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { customerList } from "#app/customers/list";
import { preCustomerList } from "#app/pre-customers/list";
import type { ListSpec } from "#db/list";
import { type CopyEnd, copyCsv } from "#db/list/copy";
import type { Query } from "#db/list/query";
import { customerMachine } from "#lib/domain/customer";
import { add, asked, everyone, pageAt, seedPeople, takeAway, walk } from "#tests/db/lists";

const status = Object.fromEntries(Object.entries(customerMachine.states).map(([state, { label }]) => [state, label]));
const id_type = { cc: "C.C.", ce: "C.E.", passport: "Passport", nit: "NIT" };
const headersOf = (list: ListSpec) => Object.fromEntries(Object.keys(list.columns).map((key) => [key, `The ${key}, "said"`]));

const ends = vi.fn(async (_: CopyEnd) => undefined);
beforeEach(() => void ends.mockClear());

async function fileOf(list: ListSpec, address = "", more: Partial<Query> = {}) {
  const stream = await copyCsv(list, asked(list, address, more), { headers: headersOf(list), values: { status, id_type } }, ends);
  if (stream === undefined) throw new Error("too many files at once");
  return new Response(stream).text();
}

/** The rows of a file by the keys of the list's columns. */
async function rowsOf(list: ListSpec, address = "", more: Partial<Query> = {}): Promise<Record<string, string>[]> {
  const [header = [], ...rows] = papaparse.parse<string[]>((await fileOf(list, address, more)).trimEnd(), {
    delimiter: ",",
  }).data;
  expect(header).toEqual(Object.values(headersOf(list)));
  const keys = Object.keys(list.columns);
  return rows.map((row) => Object.fromEntries(row.map((value, at) => [keys[at], value])));
}

beforeAll(async () => seedPeople(3000));

describe.each([
  [customerList, ""],
  [customerList, "sort=name"],
  [customerList, "sort=-active_credits&status=disabled&status=blocked"],
  [customerList, "status=deleted"],
  [customerList, "created=last_90_days&sort=modified"],
  [customerList, "active_credits_from=1000"],
  [preCustomerList, ""],
  [preCustomerList, "id_type=nit&id_type=passport&sort=-name"],
] as const)("$0.name?$1", (list, address) => {
  test("the file holds the rows of all pages in the sort, and tells how many", async () => {
    const rows = await rowsOf(list, address);
    expect(rows.map(({ code }) => code)).toEqual((await walk({ ...list, pageSize: 500 }, address)).flat());
    expect(ends.mock.calls).toEqual([[{ isWhole: true, rows: rows.length }]]);
  });
});

test("the file begins with the header, even without rows", async () => {
  expect(await fileOf(customerList, "active_credits_from=1000")).toBe(
    `${Object.values(headersOf(customerList))
      .map((header) => `"${header.replaceAll('"', '""')}"`)
      .join(",")}\n`,
  );
});

test("every value of a row is the person's", async () => {
  const people = new Map((await everyone()).map((person) => [person.code, person]));
  const sameInstant = (text: string | undefined, instant: string | null) =>
    instant === null ? text === "" : Date.parse(text ?? "") === Date.parse(instant);
  for (const row of await rowsOf(customerList)) {
    const person = people.get(row["code"] ?? "");
    if (person === undefined) throw new Error(`nobody is ${row["code"]}`);
    expect(row).toMatchObject({
      name: person.name,
      status: status[person.status],
      active_credits: String(person.activeCredits),
      email: person.email,
      phone: person.phone,
      national_id: person.nationalId,
    });
    expect(sameInstant(row["created"], person.registeredAt)).toBe(true);
    expect(sameInstant(row["commercial_accepted"], person.commercialAcceptedAt)).toBe(true);
  }
});

test("words narrow the file as they narrow the list", async () => {
  const found = (await pageAt({ ...customerList, pageSize: 3000 }, "sort=name", { words: ["gomez"] })).rows;
  expect((await rowsOf(customerList, "sort=name", { words: ["gomez"] })).map(({ code }) => code)).toEqual(
    found.map(([code]) => code),
  );
  expect(found.length).toBeGreaterThan(10);
});

describe.each([
  ["America/Bogota", "2026-11-22T04:59:59.123456Z", "2026-11-21T23:59:59.123456-05:00"],
  ["UTC", "2026-11-22T10:00:00Z", "2026-11-22T10:00:00+00:00"],
  ["Asia/Kolkata", "2026-11-22T10:00:00Z", "2026-11-22T15:30:00+05:30"],
  ["America/New_York", "2026-07-01T00:00:00Z", "2026-06-30T20:00:00-04:00"],
])("instants in %s", (timeZone, createdAt, written) => {
  test(`are written as ${written}`, async () => {
    await add({ firstName: "Instante", createdAt, statusChangedAt: createdAt });
    const [row] = await rowsOf(preCustomerList, "", { words: ["instante"], timeZone });
    expect([row?.["created"], row?.["modified"]]).toEqual([written, written]);
    await takeAway(sql`first_name = 'Instante'`);
  });
});

describe("a name in a file", () => {
  const asWritten = async (firstName: string) => {
    const [added] = await add({ firstName });
    const [row] = await rowsOf(preCustomerList, `id=${added?.code}`);
    return row?.["name"];
  };

  test.each([
    "=1+1",
    "+SUM(A1)",
    "-2+3",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "+57 300 123",
    "--1",
    "+1,2,3",
  ])("that a spreadsheet would run is made harmless: %j", async (name) => expect(await asWritten(name)).toBe(`'${name}`));

  test.each(["\t=1+1", "\r=1+1", "\n=1+1", "\tAna"])("that begins with a blank a spreadsheet skips: %j", async (name) => {
    expect(await asWritten(name)).toBe(`'${name}`);
  });

  test.each(["-5", "+57", "-1.5", "+1,5", "0", "Ana", "O'Byrne", "A=1", "Ana-María", "1-2"])(
    "that is harmless stays as it is: %j",
    async (name) => {
      expect(await asWritten(name)).toBe(name);
    },
  );

  test.each(['Ana "La" Ñungo', "Ana, María", "Ana\nMaría", "Ana\r\nMaría", "Ana; María", '"', "\\.", "\\N", "NULL", "李小龙 🦜"])(
    "comes back through a reader of CSV: %j",
    async (name) => {
      expect(await asWritten(name)).toBe(name);
    },
  );
});

test("phones stay as they are, so that the file can be imported", async () => {
  const [added] = await add({ firstName: "Ana", phone: "+573001234567" });
  expect(await rowsOf(preCustomerList, `id=${added?.code}`)).toMatchObject([{ phone: "+573001234567", email: "" }]);
});

test("for whom personal data is masked, so is the file", async () => {
  const page = await pageAt({ ...customerList, pageSize: 3000 }, "", { isMasked: true });
  const rows = await rowsOf(customerList, "", { isMasked: true });
  const keys = Object.keys(customerList.columns);
  for (const key of ["name", "email", "phone", "national_id"]) {
    expect(rows.map((row) => row[key])).toEqual(page.rows.map((row) => row[keys.indexOf(key)] ?? ""));
    expect(rows.every((row) => row[key]?.includes("•••") || row[key] === "")).toBe(true);
  }
});
