import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { customerList } from "#app/customers/list";
import { preCustomerList } from "#app/pre-customers/list";
import type { Query } from "#db/list/query";
import { countAll, countFound } from "#db/list/total";
import { registeredStatuses } from "#lib/domain/customer";
import { dayAt } from "#lib/domain/day";
import { daysOf } from "#lib/list/period";
import { add, asked, everyone, type Person, pageAt, seedPeople, takeAway, today, walk } from "#tests/db/lists";

const lists = { customers: { ...customerList, pageSize: 500 }, "pre-customers": { ...preCustomerList, pageSize: 500 } };
type Name = keyof typeof lists;

let people: Person[];
beforeAll(async () => {
  await seedPeople(3000);
  people = await everyone();
});

const isRegistered = ({ status }: Person) => registeredStatuses.some((each) => each === status);
/** In Colombia, which is five hours behind UTC all year. */
const onDay = (instant: string | null) =>
  instant === null ? "" : new Date(Date.parse(instant) - 5 * 3_600_000).toISOString().slice(0, 10);
const within = (instant: string | null, { from = "1900-01-01", to = "9999-12-31" }) =>
  onDay(instant) >= from && onDay(instant) <= to;
const onboarded = ({ registeredAt, createdAt }: Person) => registeredAt ?? createdAt;

/** What each filter lets through, said once more without SQL. */
const filters: [Name, string, (person: Person) => boolean][] = [
  ["customers", "", isRegistered],
  ["customers", "status=enabled", ({ status }) => status === "enabled"],
  ["customers", "status=enabled&status=blocked", ({ status }) => status === "enabled" || status === "blocked"],
  ["customers", "status=deleted", ({ status }) => status === "deleted"],
  ["customers", "status=deleted&status=disabled", ({ status }) => status === "deleted" || status === "disabled"],
  ["customers", "active_credits_from=2", (it) => isRegistered(it) && it.activeCredits >= 2],
  ["customers", "active_credits_to=1", (it) => isRegistered(it) && it.activeCredits <= 1],
  ["customers", "active_credits_from=1&active_credits_to=1", (it) => isRegistered(it) && it.activeCredits === 1],
  ["customers", "created=last_90_days", (it) => isRegistered(it) && within(onboarded(it), daysOf("last_90_days", today))],
  ["customers", "created=last_month", (it) => isRegistered(it) && within(onboarded(it), daysOf("last_month", today))],
  [
    "customers",
    "modified_from=2026-02-01&modified_to=2026-02-28",
    (it) => isRegistered(it) && within(it.statusChangedAt, { from: "2026-02-01", to: "2026-02-28" }),
  ],
  ["customers", "created_to=2024-12-31", (it) => isRegistered(it) && within(onboarded(it), { to: "2024-12-31" })],
  ["customers", "data_accepted_from=2026-06-01", (it) => isRegistered(it) && within(it.dataAcceptedAt, { from: "2026-06-01" })],
  ["customers", "commercial_accepted_from=1900-01-01", (it) => isRegistered(it) && it.commercialAcceptedAt !== null],
  [
    "customers",
    "status=disabled&status=blocked&active_credits_from=1&created_to=2025-12-31",
    (it) => ["disabled", "blocked"].includes(it.status) && it.activeCredits >= 1 && within(onboarded(it), { to: "2025-12-31" }),
  ],
  ["pre-customers", "", ({ status }) => status === "unregistered"],
  [
    "pre-customers",
    "id_type=passport&id_type=nit",
    ({ status, idType }) => status === "unregistered" && (idType === "passport" || idType === "nit"),
  ],
  [
    "pre-customers",
    "created=this_month",
    ({ status, createdAt }) => status === "unregistered" && within(createdAt, daysOf("this_month", today)),
  ],
  [
    "pre-customers",
    "modified=last_7_days",
    ({ status, statusChangedAt }) => status === "unregistered" && within(statusChangedAt, daysOf("last_7_days", today)),
  ],
];

describe.each(filters)("%s?%s", (name, address, isFound) => {
  test("finds whom it should, and counts them", async () => {
    const found = (await walk(lists[name], address)).flat();
    const expected = people.filter(isFound).map(({ code }) => code);
    expect(expected.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(expected.toSorted());
    for (const count of ["", "&count=exact"]) {
      expect(await countFound(lists[name], asked(lists[name], address + count))).toEqual({
        records: expected.length,
        isMore: false,
      });
    }
  });
});

test("a record's ID finds that one record, of the list only", async () => {
  const customer = people.find(isRegistered);
  const address = `id=${customer?.code}`;
  expect((await walk(customerList, address)).flat()).toEqual([customer?.code]);
  expect(await countFound(customerList, asked(customerList, address))).toEqual({ records: 1, isMore: false });
  expect((await walk(preCustomerList, address)).flat()).toEqual([]);
});

test("a filter that nobody passes has an empty page", async () => {
  expect(await pageAt(customerList, "active_credits_from=1000000")).toEqual({ rows: [], hasPrevious: false, hasNext: false });
  expect(await countFound(customerList, asked(customerList, "active_credits_from=1000000"))).toEqual({
    records: 0,
    isMore: false,
  });
});

test("the total is of the list, whatever is filtered", async () => {
  expect(await countAll(customerList)).toBe(people.filter(isRegistered).length);
  expect(await countAll(preCustomerList)).toBe(people.filter(({ status }) => status === "unregistered").length);
});

describe("a day is the zone's, from midnight to midnight", () => {
  test.each([
    ["America/Bogota", "2026-03-10T05:00:00Z", "2026-03-11T04:59:59.999999Z"],
    ["Asia/Kolkata", "2026-03-09T18:30:00Z", "2026-03-10T18:29:59.999999Z"],
    ["Pacific/Kiritimati", "2026-03-09T10:00:00Z", "2026-03-10T09:59:59.999999Z"],
    // Clocks went forward at two in the morning: a day of 23 hours.
    ["America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T03:59:59.999999Z"],
  ])("%s", async (zone, first, last) => {
    const day = dayAt(new Date(first), zone);
    const outside = [sql`${first}::timestamptz - interval '1 microsecond'`, sql`${last}::timestamptz + interval '1 microsecond'`];
    const instants = [sql`${first}`, sql`${last}`, ...outside];
    const added = await add(...instants.map((createdAt) => ({ createdAt, firstName: "Medianoche" })));
    const more: Partial<Query> = { timeZone: zone, words: ["medianoche"] };
    const found = (await walk(preCustomerList, `created_from=${day}&created_to=${day}`, more)).flat();
    expect(found.toSorted()).toEqual(
      added
        .slice(0, 2)
        .map(({ code }) => code)
        .toSorted(),
    );
    await takeAway(sql`first_name = 'Medianoche'`);
  });
});
