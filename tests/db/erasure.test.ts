import { randomUUID } from "node:crypto";
import { eq, like, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "#db/client";
import { checkHistory } from "#db/read/history-check";
import { accounts } from "#db/schema/account";
import { approvals } from "#db/schema/approval";
import { customers } from "#db/schema/customer";
import { history } from "#db/schema/history";
import { importRows, imports } from "#db/schema/import";
import { notes } from "#db/schema/note";
import { savedSearches } from "#db/schema/saved-search";
import { balanceRefunds } from "#db/schema/settlement";
import { violations } from "#db/schema/violation";
import { commitImport } from "#db/write/import";
import { addNote } from "#db/write/note";
import { saveSearch } from "#db/write/saved-search";
import { unsealer } from "#db/write/seal";
import { canary, former, haystackOf, holdersOf, partsOf } from "#tests/canary";
import { dumpOf } from "#tests/db/dump";
import { ana, check, faultsIn, fileOf, person } from "#tests/db/exports";
import { useTestCluster } from "#tests/db/harness";
import { addCustomer, sofia } from "#tests/db/portfolio";
import { bringIn, comment, complete, deleteByTwo, everything, lone, operate, search, stage, stageBank } from "#tests/db/somebody";

test("of a person who was everywhere nothing is left, and the history is whole", async () => {
  await stage();
  await stageBank();
  const { id, code } = await bringIn();
  await operate(id, code);
  await search(code);

  await db.execute(sql`analyze`);
  const before = await dump();
  for (const table of ["customers", "import_rows", "saved_searches"])
    for (const value of Object.values(canary)) expect(holdersOf(before, value), value).toContainEqual(`public.${table} as words`);
  for (const table of ["bank_rows", "bank_lines"])
    for (const value of [canary.nationalId, canary.phone, canary.lastName, former.email])
      expect(holdersOf(before, value), value).toContainEqual(`public.${table} as words`);
  for (const value of Object.values(former)) expect(holdersOf(before, value), value).not.toEqual([]);
  expect(Math.min(...Object.values(await openedOf(id, code)))).toBeGreaterThan(0);

  await deleteByTwo(code, comment);

  const after = await dump();
  for (const value of everything.flatMap(partsOf)) expect.soft(holdersOf(after, value), value).toEqual([]);
  expect(await openedOf(id, code)).toEqual({ history: 0, notes: 0, violations: 0, approvals: 0, transfers: 0, refunds: 0 });
  expect((await checkHistory(db, [])).findings).toEqual([]);
});

test("what is of others stays: their staged rows, their searches, their keys", async () => {
  const namesake = { first_name: "Lía", last_name: "Ortúzar" };
  const id = await check(fileOf(person(101, namesake), person(102, { ...lone, ...namesake }), person(103)));
  const other = await addCustomer({ firstName: "Irma", lastName: "Vélez" });
  await addNote(sofia, { code: other.code, words: "theirs" }, randomUUID());
  await saveSearch(sofia, "customers", "Irma Vélez");
  await saveSearch(sofia, "customers", "Ortúzar Irma");
  const { code } = await addCustomer({ firstName: "LIA", lastName: "Ortuzar", idType: "cc", nationalId: "51515151" });
  await deleteByTwo(code, "");

  const staged = await db.select({ line: importRows.line }).from(importRows).where(eq(importRows.importId, id));
  expect(staged.map(({ line }) => line)).toEqual([2, 4]);
  const [{ good } = { good: 0 }] = await db.select({ good: imports.good }).from(imports).where(eq(imports.id, id));
  expect(good).toBe(3);
  const kept = await db.select({ words: savedSearches.words }).from(savedSearches).where(like(savedSearches.words, "%Irma%"));
  expect(kept).toEqual([{ words: '"Irma Vélez"' }]);
  const [note] = await db.select().from(notes).where(eq(notes.customerId, other.id));
  expect((await unsealer(db, other.id))(note?.words ?? Buffer.of())).toBe("theirs");
});

test.each([
  ["a number of its own", "ONB-7-000201", "ONB-7-000201"],
  ["their document", "CC-53535353", expect.stringMatching(/^erased:[0-9a-f]{64}$/)],
])("whose ID elsewhere is %s is not brought back by the same file", async (_, externalId, kept) => {
  const row = person(201, { ...complete, external_id: externalId, document_number: "53535353" });
  await commitImport(ana, await check(fileOf(row)));
  const [{ id, code } = { id: "", code: "" }] = await db.select().from(customers).where(eq(customers.externalId, externalId));
  await deleteByTwo(code, "");
  expect(await db.select({ externalId: customers.externalId }).from(customers).where(eq(customers.id, id))).toEqual([
    { externalId: kept },
  ]);
  const again = await check(fileOf(row));
  expect(await faultsIn(again)).toEqual([`2 external_id differs_from_record ${code}`]);
  expect(await commitImport(ana, again)).toMatchObject({ good: 0, added: 0 });
});

const cluster = await useTestCluster();
afterAll(() => cluster.release());

async function dump() {
  const database = new URL(process.env["DATABASE_URL"] ?? "").pathname.slice(1);
  const tables = await dumpOf(cluster.superuserUrl(database));
  return new Map([...tables].map(([name, bytes]) => [name, haystackOf(bytes)]));
}

/** How many sealed words about the person can be opened, in each table that holds any; all of them are theirs. */
async function openedOf(id: string, code: string) {
  const open = await unsealer(db, id);
  const sealed = {
    history: await db.select({ words: history.sealed }).from(history).where(eq(history.customer, code)),
    notes: await db.select({ words: notes.words }).from(notes).where(eq(notes.customerId, id)),
    violations: await db.select({ words: violations.comment }).from(violations).where(eq(violations.customerId, id)),
    approvals: await db.select({ words: approvals.comment }).from(approvals).where(eq(approvals.customerId, id)),
    transfers: await db.select({ words: approvals.reference }).from(approvals).where(eq(approvals.customerId, id)),
    refunds: await db
      .select({ words: balanceRefunds.reference })
      .from(balanceRefunds)
      .innerJoin(accounts, eq(accounts.id, balanceRefunds.accountId))
      .where(eq(accounts.customerId, id)),
  };
  const opened = (rows: { words: Buffer | null }[]) =>
    rows.filter(({ words }) => words !== null && open(words)?.includes(canary.phone)).length;
  return Object.fromEntries(Object.entries(sealed).map(([name, rows]) => [name, opened(rows)]));
}
