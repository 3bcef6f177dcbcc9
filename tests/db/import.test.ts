import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { findImport } from "#db/read/import";
import { customers } from "#db/schema/customer";
import { history } from "#db/schema/history";
import { importFaults, importRows, imports } from "#db/schema/import";
import { commitBank } from "#db/write/bank-commit";
import { commitImport, discardImport } from "#db/write/import";
import { commitProcessor } from "#db/write/processor-commit";
import { ana, check, faultsIn, fileOf, person, sample } from "#tests/db/exports";
import { andres } from "#tests/db/portfolio";

const ben = { ...ana, subject: "ben" };

async function bringIn(bytes: AsyncIterable<Uint8Array>) {
  return await commitImport(ana, await check(bytes));
}

const codeOf = async (externalId: string) =>
  (await db.select({ code: customers.code }).from(customers).where(eq(customers.externalId, externalId)))[0]?.code;

beforeEach(async () => {
  await db.execute(sql`truncate ${customers}, ${imports} cascade`);
});

test("the sample: what is good is added, once", async () => {
  const id = await check(sample());
  expect(await findImport(ana, id)).toMatchObject({
    status: "checked",
    rows: 1500,
    good: 1458,
    repeated: 6,
    known: 0,
    bad: 36,
    added: null,
  });
  expect(await db.$count(customers)).toBe(0);

  expect(await commitImport(ana, id)).toMatchObject({ status: "committed", added: 1458 });
  const statuses = await db
    .select({ status: customers.status, people: count() })
    .from(customers)
    .groupBy(customers.status)
    .orderBy(asc(customers.status));
  expect(statuses).toEqual([
    { status: "enabled", people: 427 },
    { status: "unregistered", people: 1031 },
  ]);
  expect(await db.$count(importRows)).toBe(0);

  const again = await check(sample());
  expect(await findImport(ana, again)).toMatchObject({ rows: 1500, good: 0, repeated: 6, known: 1458, bad: 36 });
  expect(await commitImport(ana, again)).toMatchObject({ added: 0 });
  expect(await db.$count(customers)).toBe(1458);
});

test("the sample: its faults", async () => {
  const id = await check(sample());
  const faults = await db
    .select({ column: importFaults.column, reason: importFaults.reason, rows: count() })
    .from(importFaults)
    .where(eq(importFaults.importId, id))
    .groupBy(importFaults.column, importFaults.reason);
  expect(Object.fromEntries(faults.map(({ column, reason, rows }) => [`${column ?? "row"} ${reason}`, rows]))).toEqual({
    "row too_few_fields": 3,
    "row too_many_fields": 4,
    "document_type bad_document_type": 1,
    "document_number bad_document_number": 1,
    "document_number same_person_as_line": 11,
    "phone bad_phone": 6,
    "email bad_email": 9,
    "created_at bad_date": 1,
  });
  expect(await faultsIn(id)).toEqual(
    expect.arrayContaining(["4 document_number same_person_as_line 3", "261 too_few_fields", "1265 created_at bad_date"]),
  );
});

test("the sample: some people by hand", async () => {
  await bringIn(sample());
  const found = await db
    .select({
      externalId: customers.externalId,
      name: customers.name,
      idType: customers.idType,
      phone: customers.phone,
      address: customers.address,
      createdAt: customers.createdAt,
      status: customers.status,
    })
    .from(customers)
    .where(inArray(customers.externalId, ["ONB-7-000003", "ONB-7-000167", "ONB-7-000534"]))
    .orderBy(asc(customers.externalId));
  expect(found).toMatchObject([
    {
      name: "Brayan Marín Figueroa",
      idType: "cc",
      phone: "+573506738472",
      createdAt: "2025-06-06 16:57:00+00",
      status: "enabled",
    },
    { externalId: "ONB-7-000167", idType: "cc" },
    { externalId: "ONB-7-000534", createdAt: "2025-11-06 05:00:00+00" },
  ]);
  expect(await db.$count(customers, sql`first_name like '=HYPERLINK(%' or first_name in ('+SUM(A1:A9)', '@cmd')`)).toBe(6);
  expect(await db.$count(customers, sql`address like E'%Apto 502; Torre "B"'`)).toBeGreaterThan(0);
});

test("rows against each other: the first one stands", async () => {
  const id = await check(
    fileOf(
      person(1),
      person(1),
      person(1, { first_name: "Eva" }),
      person(2, { document_number: "1000000001" }),
      person(3, { document_type: "", document_number: "" }),
      person(4, { document_type: "", document_number: "" }),
    ),
  );
  expect(await findImport(ana, id)).toMatchObject({ rows: 6, good: 3, repeated: 1, bad: 2 });
  expect(await faultsIn(id)).toEqual(["4 external_id differs_from_line 2", "5 document_number same_person_as_line 2"]);
});

test("rows against what is stored: the same is known, another is refused", async () => {
  await bringIn(fileOf(person(1), person(2)));
  const id = await check(
    fileOf(person(1), person(2, { first_name: "Eva" }), person(3, { document_number: "1000000001" }), person(4)),
  );
  expect(await findImport(ana, id)).toMatchObject({ good: 1, known: 1, bad: 2 });
  expect(await faultsIn(id)).toEqual([
    `3 external_id differs_from_record ${await codeOf("X-2")}`,
    `4 document_number same_person_as_record ${await codeOf("X-1")}`,
  ]);
});

test("a commit asked for twice at once acts once", async () => {
  const id = await check(fileOf(person(1), person(2)));
  const both = await Promise.all([commitImport(ana, id), commitImport(ana, id)]);
  expect(both.map((each) => each?.added)).toEqual([2, 2]);
  expect(await db.$count(customers)).toBe(2);
  expect(await db.$count(history, sql`record = ${id} and action = 'import.committed'`)).toBe(1);
});

test("who came in between check and commit is not added again", async () => {
  const [one, other] = [await check(fileOf(person(1), person(2))), await check(fileOf(person(2), person(3)))];
  const added = (await Promise.all([commitImport(ana, one), commitImport(ana, other)])).map((each) => each?.added ?? 0);
  expect(added.toSorted()).toEqual([1, 2]);
  expect(await db.$count(customers)).toBe(3);
});

test("what is discarded, or waited a day, is gone and cannot be committed", async () => {
  const [discarded, stale] = [await check(fileOf(person(1))), await check(fileOf(person(2), { ...person(3), phone: "12345" }))];
  await discardImport(ana, discarded);
  await db.update(imports).set({ startedAt: sql`now() - interval '25 hours'` }).where(eq(imports.id, stale));
  await check(fileOf(person(4)));
  for (const id of [discarded, stale]) {
    expect(await commitImport(ana, id)).toMatchObject({ status: "discarded", added: null });
    expect(await db.$count(importRows, eq(importRows.importId, id))).toBe(0);
  }
  expect(await db.$count(customers)).toBe(0);
});

test("an import is its operator's alone", async () => {
  const id = await check(fileOf(person(1)));
  expect(await findImport(ben, id)).toBeUndefined();
  expect(await commitImport(ben, id)).toBeUndefined();
  expect(await discardImport(ben, id)).toBeUndefined();
  expect(await commitImport(ana, "00000000-0000-0000-0000-0000000000zz")).toBeUndefined();
  expect(await findImport(ana, id)).toMatchObject({ status: "checked" });
});

test("the history tells counts and no people", async () => {
  const id = await check(fileOf(person(1, { first_name: "Xiomara" })));
  await commitImport(ana, id);
  const deeds = await db
    .select({ action: history.action, details: history.details })
    .from(history)
    .where(eq(history.record, id))
    .orderBy(asc(history.id));
  expect(deeds.map(({ action }) => action)).toEqual(["import.checked", "import.committed"]);
  expect(deeds[0]?.details).toMatchObject({ rows: 1, good: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(JSON.stringify(deeds)).not.toMatch(/Xiomara|1000000001/);
});

test("a role that may not neither checks, commits nor discards a file, and leaves its trace each time", async () => {
  const id = await check(fileOf(person(1)));
  await expect(check(fileOf(person(2)), { ...andres, subject: ana.subject })).rejects.toThrow("permission");
  expect(await db.$count(imports)).toBe(1);
  for (const close of [commitImport, discardImport, commitBank, commitProcessor])
    expect(await close({ ...andres, subject: ana.subject }, id)).toBeUndefined();
  expect(await findImport(ana, id)).toMatchObject({ status: "checked" });
  const refused = await db
    .select({ module: history.module, record: history.record, details: history.details })
    .from(history)
    .where(and(eq(history.action, "permission.refused"), eq(history.email, andres.email)))
    .orderBy(asc(history.id));
  const trace = { module: "import", details: { permission: "import:run" } };
  expect(refused).toEqual([null, id, id, id, id].map((record) => ({ ...trace, record })));
});
