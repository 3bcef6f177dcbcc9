import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db, transaction } from "#db/client";
import { findKnown } from "#db/read/known";
import { findPrePayment } from "#db/read/pre-payment";
import { bankLines, bankRows } from "#db/schema/bank";
import { imports } from "#db/schema/import";
import { commitBank } from "#db/write/bank-commit";
import { eraseFromBank } from "#db/write/bank-erasure";
import { assignRow, dismissRow } from "#db/write/bank-resolve";
import { erasedTarget } from "#lib/bank/state";
import { checkBank, payBank, rowsIn } from "#tests/db/bank-files";
import { faultsIn } from "#tests/db/exports";
import { addLent, moveByTwo, useRules } from "#tests/db/moving";
import { addCustomer, addOffer, andres, bruno, carla, creditNow, sofia } from "#tests/db/portfolio";

beforeEach(() => useRules());

let turn = 0;
const ref = () => `TRX-${++turn}`;
let number = 52_345_678;
const called = { firstName: "María", lastName: "Quiñónez" };
async function maria() {
  const nationalId = `${++number}`;
  const { id, code } = await addCustomer({ ...called, idType: "cc", nationalId });
  const { id: offerId } = await addOffer();
  return { id, nationalId, code, credit: await addLent(id, { offerId, amount: 500n, outstanding: 500n }) };
}
const erase = async (code: string) =>
  expect(await moveByTwo("customer", code, "delete", { reason: "holder_request", typed: code })).toMatchObject({ ok: true });

const row = (target: string, reference: string, amount = "5.00") => `${target},${amount},2026-03-10,${reference}`;
const rowsSaid = (importId: string) =>
  db
    .select({ target: bankRows.target, reference: bankRows.reference })
    .from(bankRows)
    .where(eq(bankRows.importId, importId))
    .orderBy(bankRows.line);
const linesSaid = (importId: string) =>
  db
    .select({ target: bankLines.target, reference: bankLines.reference })
    .from(bankLines)
    .where(eq(bankLines.importId, importId))
    .orderBy(bankLines.line);

test("what rows for nobody's credit say of whoever is erased goes, what they say of others stays, and none pays twice", async () => {
  const { nationalId, code, credit } = await maria();
  const [one, two, three] = [ref(), ref(), ref()];
  const rows = [row(`CC ${nationalId}`, one), row("K-777777", `${two} QUINONEZ`), row("CC 9", `${three} Ruiz`)];
  const { id } = await payBank(...rows, row(credit.code, `${ref()} Quiñónez`));
  await dismissRow(bruno, { row: (await rowsIn(id))[1]?.id ?? "", dismissal: "not_ours" }, randomUUID());
  const staged = await checkBank(row(`CC ${nationalId}`, `${one}-B`), row("CC 9", `${two}-B maría`), row("CC 9", `${three}-B`));
  await erase(code);

  expect(await rowsSaid(id)).toEqual([
    { target: erasedTarget, reference: one },
    { target: "K-777777", reference: null },
    { target: "CC 9", reference: `${three} Ruiz` },
    { target: credit.code, reference: null },
  ]);
  expect(await linesSaid(staged)).toEqual([
    { target: erasedTarget, reference: `${one}-B` },
    { target: "CC 9", reference: null },
    { target: "CC 9", reference: `${three}-B` },
  ]);
  expect(await commitBank(bruno, staged)).toMatchObject({ status: "committed", unmatched: 3 });
  const again = await checkBank(...rows);
  expect(await faultsIn(again)).toEqual([]);
  expect(await linesSaid(again)).toEqual([]);
});

test("what a payment of somebody else's says of them goes only where it can be nobody else", async () => {
  const nationalId = `${++number}`;
  const { code } = await addCustomer({ ...called, idType: "cc", nationalId });
  const { credit } = await maria();
  const words = ["Pago MARIA  QUINONEZ", `cc ${nationalId.slice(0, 2)}.${nationalId.slice(2)}`, "Quiñónez", "María Ruiz"];
  const references = words.map((each) => `${each} ${ref()}`);
  const { id } = await payBank(...references.map((reference) => row(credit.code, reference, "1.00")));
  await erase(code);
  const left = [null, null, ...references.slice(2)];
  expect((await rowsSaid(id)).map(({ reference }) => reference)).toEqual(left);
  const paid = await Promise.all((await rowsIn(id)).map((each) => findPrePayment(sofia, each.code ?? "")));
  expect(paid.map((each) => each?.reference)).toEqual(left);
});

test("a row that contradicts one of them is told of without what that says", async () => {
  const { nationalId } = await maria();
  const reference = ref();
  await payBank(row(`CC ${nationalId}`, reference));
  expect(await faultsIn(await checkBank(row("CC 9", reference)))).toEqual(["2 reference reference_of_row #2"]);
});

test("of a row that is assigned to them all that tells who they are goes, whether it is before or after", async () => {
  const { nationalId, code, credit } = await maria();
  const { id } = await payBank(row(`CC ${nationalId}`, `${ref()} Quiñónez`));
  const { id: late } = await payBank(row(`CC ${nationalId}X`, `${ref()} Quiñónez`));
  const assign = async (importId: string) =>
    assignRow(bruno, { row: (await rowsIn(importId))[0]?.id ?? "", code: credit.code }, randomUUID());
  expect(await assign(id)).toMatchObject({ ok: true });
  expect(await creditNow(credit.id)).toMatchObject({ status: "paid" });
  await erase(code);
  const gone = [{ target: erasedTarget, reference: null }];
  expect(await rowsSaid(id)).toEqual(gone);
  const { id: unknown } = await payBank(row("CC 7", `${ref()} 7`));
  for (const each of [late, unknown]) {
    expect(await assign(each)).toMatchObject({ ok: true });
    expect(await rowsSaid(each)).toEqual(gone);
  }
});

test("what a bank calls a payment is shown to whoever may see personal data", async () => {
  const { credit } = await maria();
  const reference = `${ref()} Quiñónez`;
  const [paid] = await rowsIn((await payBank(row(credit.code, reference))).id);
  const shownTo = async (actor: typeof bruno) => (await findPrePayment(actor, paid?.code ?? ""))?.reference;
  for (const actor of [sofia, bruno]) expect(await shownTo(actor)).toBe(reference);
  for (const actor of [andres, carla]) expect(await shownTo(actor)).toBe("•••");
});

test("however many rows are nobody's, each is read a few times, not once for every batch of them", async () => {
  const { id, code, nationalId } = await maria();
  const [file] = await db.insert(imports).values({ owner: "bank", kind: "payments", status: "committed" }).returning();
  const rows = 2_500;
  await db.execute(sql`
    insert into bank_rows (import_id, line, target, amount_minor, dated_on, channel, type, identity, state)
    select ${file?.id}, line, case when line % 500 = 0 then ${`CC ${nationalId}`} else 'CC 9' end, 100, '2026-03-10',
      'external', 'automatic', 'row:' || line, 'unmatched'
    from generate_series(1, ${rows}) line`);
  await transaction(async (tx) => {
    await eraseFromBank(tx, await findKnown(tx, { id, code }), id);
    const { rows: told } = await tx.execute<{ read: number }>(
      sql`select (seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables where relname = 'bank_rows'`,
    );
    expect(told[0]?.read).toBeLessThan(4 * rows);
  });
  const told = (await rowsSaid(file?.id ?? "")).map(({ target }) => target);
  expect(told).toHaveLength(rows);
  expect(told.flatMap((target, at) => (target === erasedTarget ? [at + 1] : []))).toEqual([500, 1_000, 1_500, 2_000, 2_500]);
});

test("a file that is being paid while whoever its rows name is erased is paid to its end", async () => {
  const others = await shareOf(erasedTarget);
  while ((await shareOf(`CC ${++number}`)) === others);
  const nationalId = `${number}`;
  const { code } = await addCustomer({ ...called, idType: "cc", nationalId });
  const theirs = await shareOf(`CC ${nationalId}`);
  const [waiting, elsewhere] = [await unknownIn(theirs), await unknownIn(others)];
  const prefetched = Array.from({ length: 200 }, () => row(waiting, ref()));
  const id = await checkBank(...prefetched, row(elsewhere, ref()), row(`CC ${nationalId}`, ref()));
  let committing: ReturnType<typeof commitBank> | undefined;
  await db.transaction(async (tx) => {
    // Line 2 is the first after the header: whose share it is in waits here, the others go on.
    await tx.execute(sql`select from bank_lines where import_id = ${id} and line = 2 for update`);
    committing = commitBank(bruno, id);
    while ((await linesSaid(id)).some(({ target }) => target === elsewhere)) await pause(10);
    await erase(code);
  });
  expect(await committing).toMatchObject({ status: "committed", unmatched: 202 });
}, 60_000);

/** Which of those who pay a file at once pays the rows of a target. */
async function shareOf(target: string): Promise<number> {
  const { rows } = await db.execute<{ share: number }>(sql`select (abs(hashtext(${target})::bigint) % 4)::int as share`);
  return rows[0]?.share ?? expect.fail();
}

/** A target that nobody has, in a share. */
async function unknownIn(share: number): Promise<string> {
  for (let at = 1; ; at++) if ((await shareOf(`CC ${at}`)) === share) return `CC ${at}`;
}
