import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { countBank } from "#db/read/bank";
import { findImport } from "#db/read/import";
import { bankLines, bankRows } from "#db/schema/bank";
import { history } from "#db/schema/history";
import { payments } from "#db/schema/payment";
import { prePayments } from "#db/schema/pre-payment";
import { commitBank } from "#db/write/bank-commit";
import { commitImport, discardImport } from "#db/write/import";
import { checkBank, payBank, rowsIn } from "#tests/db/bank-files";
import { faultsIn } from "#tests/db/exports";
import { accountNow, addLent, entriesOf, lent, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, bruno, creditNow, moveNow, sofia } from "#tests/db/portfolio";

let turn = 0;
/** A reference that no other test uses. */
const ref = () => `TRX-${++turn}`;

beforeEach(() => useRules());

describe("a bank's payment file", () => {
  test("pays what it can, and leaves the rest to an operator", async () => {
    const one = await lent();
    const disputed = await lent({ status: "in_dispute" });
    const owner = await addCustomer();
    const account = await addAccount(owner.id, { createdAt: "2026-01-01T12:00:00Z" });
    const of = await addLent(owner.id, { accountId: account.id, amount: 300n, outstanding: 300n });
    const reference = ref();
    const { id, committed } = await payBank(
      `${one.code},2.00,2026-03-10,${reference}`,
      `${one.code.toLowerCase()},"1,00",10/03/2026,${ref()}`,
      `${one.code},9.00,2026-03-10,${ref()}`,
      `${disputed.code},1.00,2026-03-10,${ref()}`,
      `${account.code},3.00,2026-03-11,${ref()}`,
      `K-777777,1.00,2026-03-10,${ref()}`,
      `${one.code},1.00,2026-03-20,${ref()}`,
    );
    expect(committed).toMatchObject({ kind: "payments", status: "committed", good: 7, unmatched: 1, added: 6 });
    expect((await rowsIn(id)).map(({ state, status }) => `${state} ${status}`)).toEqual([
      "matched completed",
      "matched completed",
      "matched pending",
      "matched pending",
      "matched completed",
      "unmatched null",
      "matched pending",
    ]);
    expect(await countBank(id)).toMatchObject({ paid: 3, waiting: 3, unmatched: 1, dismissed: 0, staged: 0 });
    expect(await creditNow(one.id)).toMatchObject({ outstanding: 200n });
    expect(await creditNow(of.id)).toMatchObject({ status: "paid" });
    expect(await accountNow(account.id)).toMatchObject({ creditBalance: 0n });
    const [row] = await db.select().from(prePayments).where(eq(prePayments.reference, reference));
    expect(row).toMatchObject({ type: "automatic", channel: "external", amount: 200n, datedOn: "2026-03-10", isPayoff: false });
    expect(await entriesOf(row?.code ?? "")).toMatchObject([
      { action: "pre_payment.announce", subject: "bruno", details: { amount: "minor:200", credit: one.code } },
      { action: "pre_payment.confirm", subject: "system", details: { from: "pending", to: "completed", rule: "bank_file" } },
    ]);
    const deeds = (await entriesOf(id)).map(({ action }) => action);
    expect(deeds).toEqual(["import.checked", "import.committed"]);
    const told = (await entriesOf(row?.code ?? "")).map(({ details }) => JSON.stringify(details));
    expect(told.join()).not.toContain(reference);
  });

  test("brought twice pays nothing twice, with references and without", async () => {
    const { id, code } = await lent();
    const lines = [`${code},1.00,2026-03-10,${ref()}`, `${code},0.50,2026-03-10,`, `${code},0.50,2026-03-10,`];
    expect((await payBank(...lines)).committed).toMatchObject({ good: 3, added: 3 });
    const again = await payBank(...lines);
    expect(again.committed).toMatchObject({ good: 0, known: 3, added: 0 });
    expect(await creditNow(id)).toMatchObject({ outstanding: 300n });
    const mixed = await payBank(lines[0] ?? "", `${code},0.25,2026-03-10,${ref()}`);
    expect(mixed.committed).toMatchObject({ good: 1, known: 1, added: 1 });
    expect(await creditNow(id)).toMatchObject({ outstanding: 275n });
  });

  test("has a row of one reference once, and tells of one that says otherwise", async () => {
    const { code } = await lent();
    const [one, other] = [ref(), ref()];
    const id = await checkBank(
      `${code},1.00,2026-03-10,${one}`,
      `${code},1.00,2026-03-10,${one}`,
      `${code},2.00,2026-03-10,${one}`,
      `${code},1.00,2026-03-10,${other}`,
    );
    expect(await findImport(bruno, id)).toMatchObject({ rows: 4, good: 2, repeated: 1, bad: 1 });
    expect(await faultsIn(id)).toEqual(["4 reference reference_of_line 2"]);
    await commitBank(bruno, id);
    const [row] = await rowsIn(id);
    const later = await checkBank(`${code},3.00,2026-03-10,${one}`);
    expect(await faultsIn(later)).toEqual([`2 reference reference_of_row ${row?.code}`]);
  });

  test("tells each row that cannot be, with line, column and reason", async () => {
    const { code } = await lent({ disbursedOn: "2026-02-01" });
    const id = await checkBank(
      `,1.00,2026-03-10,${ref()}`,
      `${code},0,2026-03-10,${ref()}`,
      `${code},-5.00,2026-03-10,${ref()}`,
      `${code},"1,234",2026-03-10,${ref()}`,
      `${code},1.2345,2026-03-10,${ref()}`,
      `${code},1.00,2026-02-30,${ref()}`,
      `${code},1.00,2026-01-31,${ref()}`,
      `${code},abc,someday,${ref()}`,
      `${code},1.00`,
      `${"K".repeat(10_000)},1.00,2026-03-10,${ref()}`,
      `${code},1.00,2026-03-10,${"9".repeat(10_000)}`,
      `${code},"1,234.56",2026-03-10,${ref()}`,
      `${code},"1.234,56",2026-03-10,${ref()}`,
    );
    expect(await faultsIn(id)).toEqual([
      "2 credit_id missing",
      "3 amount bad_amount",
      "4 amount bad_amount",
      "5 amount ambiguous_amount",
      "6 amount too_many_decimals",
      "7 date bad_date",
      "8 date before_disbursement",
      "9 amount bad_amount",
      "9 date bad_date",
      "10 too_few_fields",
      "11 credit_id too_long",
      "12 reference too_long",
    ]);
    const staged = await db.select().from(bankLines).where(eq(bankLines.importId, id));
    expect(staged.map(({ amount }) => amount)).toEqual([123_456n, 123_456n]);
    await discardImport(bruno, id);
    expect(await db.$count(bankLines, eq(bankLines.importId, id))).toBe(0);
  });

  test("is every operator's who imports, and is paid by no other way", async () => {
    const { code } = await lent();
    const id = await checkBank(`${code},1.00,2026-03-10,${ref()}`);
    expect(await findImport(sofia, id)).toMatchObject({ kind: "payments", status: "checked" });
    expect(await commitImport(sofia, id)).toMatchObject({ status: "checked" });
    expect(await commitBank(sofia, id)).toMatchObject({ status: "committed", added: 1 });
    expect(await commitBank(bruno, randomUUID())).toBeUndefined();
  });

  test("is committed once, however often that is asked at once; two files of the same reference pay once", async () => {
    const { id: creditId, code } = await lent();
    const [one, other] = [ref(), ref()];
    const lines = [`${code},0.10,2026-03-10,${one}`, `${code},0.20,2026-03-10,${other}`];
    const ids = [await checkBank(...lines), await checkBank(...lines.toReversed())];
    await Promise.all([...ids, ...ids].map((id) => commitBank(bruno, id)));
    for (const id of ids) await commitBank(bruno, id);
    expect(await db.$count(payments, eq(payments.creditId, creditId))).toBe(2);
    expect(await creditNow(creditId)).toMatchObject({ outstanding: 470n });
    expect(await db.$count(history, sql`record in ${ids} and action = 'import.committed'`)).toBe(2);
  });

  test("that stopped in the middle goes on, and pays nothing twice", async () => {
    const credits = await Promise.all(Array.from({ length: 6 }, () => lent()));
    const lines = credits.flatMap(({ code }) => [`${code},1.00,2026-03-10,${ref()}`, `${code},2.00,2026-03-11,${ref()}`]);
    const id = await checkBank(...lines);
    await db.execute(sql`create function stop_here() returns trigger language plpgsql as
      $$ begin if new.line > 6 then raise exception 'stopped'; end if; return new; end $$`);
    await db.execute(sql`create trigger stop_here before insert on bank_rows for each row execute function stop_here()`);
    await expect(commitBank(bruno, id)).rejects.toThrow();
    expect(await findImport(bruno, id)).toMatchObject({ status: "committing", added: null });
    expect(await db.$count(bankRows, eq(bankRows.importId, id))).toBe(5);
    await db.execute(sql`drop trigger stop_here on bank_rows`);
    expect(await commitBank(sofia, id)).toMatchObject({ status: "committed", added: 12 });
    for (const each of credits) expect(await creditNow(each.id)).toMatchObject({ outstanding: 200n });
    expect(await db.$count(bankLines, eq(bankLines.importId, id))).toBe(0);
  });
});

test("a payment that waited is confirmed by an operator when what stood in its way is gone", async () => {
  const { id, code } = await lent();
  await payBank(`${code},6.00,2026-03-10,${ref()}`);
  const [waiting] = await db.select().from(prePayments).where(eq(prePayments.creditId, id));
  await useRules({ overpaymentLimitMinor: 1_000n });
  expect(await moveNow(bruno, "pre_payment", waiting?.code ?? "", "confirm")).toMatchObject({ ok: true });
  expect(await creditNow(id)).toMatchObject({ status: "paid", creditBalance: 100n });
});
