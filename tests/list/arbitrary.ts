import fc from "fast-check";
import { type CodeKind, codeAlphabet, codeLetters } from "#lib/domain/code";
import { addDays, type Day } from "#lib/domain/day";
import { type Filter, type ListParams, largestAmount, largestNumber, type Place } from "#lib/list/params";
import { periods } from "#lib/list/period";
import { type ColumnView, filtersOf, type ListView, type Sort } from "#lib/list/view";

const codeOf = (kind: CodeKind) =>
  fc
    .array(fc.constantFrom(...codeAlphabet), { minLength: 6, maxLength: 6 })
    .map((letters) => `${codeLetters[kind]}-${letters.join("")}`);
/** Any text that JavaScript can hold; fast-check's own `binary` strings take a second and a half to be made ready. */
export const codeUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
const someDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1900-01-01" as Day, days));
const bounds = <Value extends number | bigint | Day>(value: fc.Arbitrary<Value>) =>
  fc
    .uniqueArray(value, { minLength: 2, maxLength: 2 })
    .map((two) => two.toSorted((one, other) => (one < other ? -1 : 1)) as [Value, Value])
    .chain(([from, to]) => fc.constantFrom({ from, to }, { from }, { to }, { from, to: from }));

const filter: Record<NonNullable<ColumnView["filter"]>, (column: ColumnView) => fc.Arbitrary<Filter>> = {
  choice: ({ options = [] }) => fc.subarray([...options], { minLength: 1 }).map((values) => ({ kind: "choice", values })),
  range: () => bounds(fc.integer({ min: 0, max: largestNumber })).map((range) => ({ kind: "range", ...range })),
  amount: () => bounds(fc.bigInt({ min: 0n, max: largestAmount })).map((range) => ({ kind: "amount", ...range })),
  days: () =>
    fc.oneof(
      fc.constantFrom(...periods).map((period): Filter => ({ kind: "days", period })),
      bounds(someDay).map((range): Filter => ({ kind: "days", ...range })),
    ),
};

/** Whatever an address of a list may hold. */
export function paramsOf(list: ListView): fc.Arbitrary<ListParams> {
  const filters = fc.record(
    Object.fromEntries(filtersOf(list).map((column) => [column.key, filter[column.filter ?? "choice"](column)])),
    {
      requiredKeys: [],
      noNullPrototype: true,
    },
  ) as fc.Arbitrary<ListParams["filters"]>;
  const sort = fc.record<Sort>({
    column: fc.constantFrom(...list.columns.filter(({ isSortable }) => isSortable).map(({ key }) => key)),
    direction: fc.constantFrom("asc", "desc"),
  });
  const place: fc.Arbitrary<Place> = fc.oneof(
    fc.constantFrom<Place>({ at: "first" }, { at: "last" }),
    fc.record({ at: fc.constantFrom("after", "before"), code: codeOf(list.record as CodeKind) }),
  );
  return fc.record(
    { filters, sort, place, isExact: fc.boolean(), code: fc.oneof(...list.ids.map(codeOf)), find: fc.uuid() },
    { requiredKeys: ["filters", "sort", "place", "isExact"], noNullPrototype: true },
  );
}
