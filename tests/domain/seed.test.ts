import { describe, expect, test } from "vitest";
import { copyLine, copyText } from "#db/seed/copy-text";
import type { CustomerRow } from "#db/seed/customer";
import { peopleOf } from "#db/seed/people";
import { type CustomerStatus, customerStatuses, idTypes, registeredStatuses } from "#lib/domain/customer";
import { missingRequirements, requirements } from "#lib/domain/requirement";
import { readEmail, readPhone } from "#lib/onboarding/contact";
import { readNationalId } from "#lib/onboarding/document";
import { readText } from "#lib/onboarding/text";
import { people, plan, until } from "#tests/domain/seeded";

const rows = people.map(({ customer }) => customer);
const withStatus = (...statuses: CustomerStatus[]) => rows.filter(({ status }) => statuses.includes(status));
const inWords = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);
const shareOf = (some: CustomerRow[], all = rows) => some.length / all.length;

describe("the same people", () => {
  const some = 1000;
  test("for the same plan", () => {
    const again = [...peopleOf(plan, 0, some)];
    expect(JSON.stringify(again, inWords)).toBe(JSON.stringify(people.slice(0, some), inWords));
  });
  test("not for another seed", () => {
    const others = new Set([...peopleOf({ ...plan, seed: 2 }, 0, some)].map(({ customer }) => customer.id));
    expect(rows.filter(({ id }) => others.has(id))).toEqual([]);
  });
});

describe("nobody twice", () => {
  const others = [...peopleOf({ ...plan, first: plan.rows + 1 }, 0, plan.rows)];
  const more = [...rows, ...others.map(({ customer }) => customer)];
  test.each(["id", "externalId"] as const)("%s", (field) => {
    expect(new Set(more.map((row) => row[field])).size).toBe(more.length);
  });
  test("ID type and number", () => {
    const documents = more.flatMap(({ idType, nationalId }) => (nationalId === null ? [] : [`${idType} ${nationalId}`]));
    expect(new Set(documents).size).toBe(documents.length);
  });
});

describe("of every kind", () => {
  test.each(customerStatuses)("status %s", (status) => expect(withStatus(status).length).toBeGreaterThan(50));
  test.each(idTypes)("ID type %s", (type) => expect(rows.filter(({ idType }) => idType === type).length).toBeGreaterThan(50));
  test.each(requirements)("lacking %s", (requirement) => {
    const lacking = withStatus("unregistered").filter((row) => missingRequirements(row, requirements).includes(requirement));
    expect(lacking.length).toBeGreaterThan(20);
  });
  test.each([0, 1, 2, 3, 4])("%i active credits", (credits) => {
    expect(rows.some(({ activeCredits }) => activeCredits === credits)).toBe(true);
  });
  test.each(["Ñ", "ñ", "á", "ü", "D'", "de la ", "de los "])("names with %s", (letters) => {
    expect(rows.some(({ firstName, lastName }) => `${firstName} ${lastName}`.includes(letters))).toBe(true);
  });
  test("about a fifth are pre-customers", () => expect(shareOf(withStatus("unregistered"))).toBeCloseTo(0.2, 1));
  test("commercial use is accepted by some and not by others", () => {
    const customers = withStatus(...registeredStatuses);
    const accepting = customers.filter(({ commercialAcceptedAt }) => commercialAcceptedAt !== null);
    expect(shareOf(accepting, customers)).toBeCloseTo(0.6, 1);
  });
  test("phones from other countries", () => expect(rows.some(({ phone }) => phone && !phone.startsWith("+57"))).toBe(true));
});

describe("what a row says agrees", () => {
  test("customers lack nothing, pre-customers something", () => {
    expect(withStatus(...registeredStatuses).flatMap((row) => missingRequirements(row))).toEqual([]);
    expect(withStatus("unregistered").filter((row) => missingRequirements(row).length === 0)).toEqual([]);
  });
  test("nothing personal is left of the deleted", () => {
    const personal = ["firstName", "lastName", "nationalId", "phone", "email", "address"] as const;
    expect(withStatus("deleted").filter((row) => personal.some((field) => row[field]))).toEqual([]);
  });
  test("only customers have active credits", () => {
    expect(withStatus("unregistered", "deleted").filter(({ activeCredits }) => activeCredits !== 0)).toEqual([]);
  });
  test("only customers, and most who once were, have a day of registration", () => {
    expect(withStatus(...registeredStatuses).filter(({ registeredAt }) => registeredAt === null)).toEqual([]);
    expect(withStatus("unregistered").filter(({ registeredAt }) => registeredAt !== null)).toEqual([]);
    expect(new Set(withStatus("deleted").map(({ registeredAt }) => registeredAt !== null))).toEqual(new Set([true, false]));
  });
  test("one thing happens after the other, and before the business date", () => {
    for (const row of rows) {
      const told = [row.createdAt, row.dataAcceptedAt, row.activatedAt, row.registeredAt].filter((instant) => instant !== null);
      expect(told).toEqual([...told].sort());
      expect(row.registeredAt === null || row.registeredAt > row.createdAt).toBe(true);
      expect(row.statusChangedAt >= (row.registeredAt ?? row.createdAt)).toBe(true);
      expect(row.statusChangedAt < new Date(until).toISOString()).toBe(true);
    }
  });
  test("a status that was never changed is as old as its record", () => {
    for (const row of withStatus("unregistered")) expect(row.statusChangedAt).toBe(row.createdAt);
  });
});

test("more came lately than long ago, three years back", () => {
  const since = (year: number) => rows.filter(({ createdAt }) => createdAt >= `${year}-11-22T05`).length / rows.length;
  expect(since(2025)).toBeGreaterThan(0.45);
  expect(since(2023)).toBe(1);
  expect(rows.some(({ createdAt }) => createdAt.endsWith("000Z"))).toBe(true);
  expect(rows.filter(({ createdAt }) => createdAt.endsWith("000Z")).length).toBeLessThan(50);
});

test("an onboarding export could have brought every value as it is", () => {
  for (const { firstName, lastName, idType, nationalId, phone, email, address } of rows) {
    for (const text of [firstName, lastName, address ?? ""]) expect(readText(text, 200)).toEqual({ ok: true, value: text });
    if (idType && nationalId) expect(readNationalId(idType, nationalId)).toEqual({ ok: true, value: nationalId });
    if (phone) expect(readPhone(phone)).toEqual({ ok: true, value: phone });
    if (email) expect(readEmail(email)).toEqual({ ok: true, value: email });
  }
});

test("mail can reach nobody", () => {
  expect(rows.filter(({ email }) => email !== null && !email.endsWith(".example"))).toEqual([]);
});

test("COPY is told what is a value and what is not", () => {
  const row = { words: "a\tb\\c\r\nd", none: null, yes: true, two: 2n };
  expect(copyLine(row, ["words", "none", "yes", "two"])).toBe("a\\tb\\\\c\\r\\nd\t\\N\ttrue\t2\n");
  const lines = Array.from({ length: 1001 }, (_, place) => `${place}\n`);
  expect([...copyText(lines)].join("")).toBe(lines.join(""));
});
