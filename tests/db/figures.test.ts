import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { accounts } from "#db/schema/account";
import { credits } from "#db/schema/credit";
import { preLoans } from "#db/schema/pre-loan";
import { addAccount, addCredit, addCustomer, addOffer, addPreLoan } from "#tests/db/portfolio";

// What is counted here follows whatever changes; what guards a status is tried elsewhere.
beforeAll(async () => {
  for (const [table, guard] of [
    ["credits", "credits_move"],
    ["credits", "credits_stay"],
    ["pre_loans", "pre_loans_move"],
  ])
    await db.execute(sql.raw(`alter table ${table} disable trigger ${guard}`));
});
beforeEach(async () => db.execute(sql`truncate customers, offers, status_tally cascade`));

/** What is kept, beside what it is kept of. */
async function expectExact() {
  const { rows } = await db.execute<Record<string, string>>(sql`select code,
      debt_minor as debt, authorized_minor as authorized, available_minor as available,
      (select coalesce(sum(outstanding_minor), 0) from credits where account_id = accounts.id) as owed,
      (select coalesce(sum(amount_minor - downpayment_minor), 0) from pre_loans where account_id = accounts.id and status = 'pending') as held,
      credit_line_minor as line from accounts`);
  for (const { debt, authorized, available, owed, held, line } of rows) {
    expect({ debt, authorized }).toEqual({ debt: owed, authorized: held });
    const left = BigInt(line ?? 0) - BigInt(owed ?? 0) - BigInt(held ?? 0);
    expect(BigInt(available ?? 0)).toBe(left > 0n ? left : 0n);
  }
  const counted = await db.execute(
    sql`select offer_id, status, count(*)::int as records from credits group by 1, 2 order by 1, 2`,
  );
  const tallied = await db.execute(sql`select offer_id, status, sum(records)::int as records from status_tally
    where entity = 'credit' group by 1, 2 having sum(records) <> 0 order by 1, 2`);
  expect(tallied.rows).toEqual(counted.rows);
}

async function addLine() {
  const person = await addCustomer();
  const account = await addAccount(person.id, { creditLine: 1_000_00n });
  return { person, account };
}

const accountNow = async (id: string) => (await db.select().from(accounts).where(eq(accounts.id, id)))[0];

test("an account's debt and what is left of its line follow its credits and authorizations", async () => {
  const { person, account } = await addLine();
  const amounts = { accountId: account.id, amount: 300_00n };
  const credit = await addCredit(person.id, { ...amounts, outstanding: 300_00n });
  const asked = await addPreLoan(person.id, { ...amounts, downpayment: 50_00n });
  await addPreLoan(person.id, { ...amounts, status: "rejected" });
  expect(await accountNow(account.id)).toMatchObject({ debt: 300_00n, authorized: 250_00n, available: 450_00n });
  await db.update(credits).set({ outstanding: 900_00n }).where(eq(credits.id, credit.id));
  expect(await accountNow(account.id)).toMatchObject({ debt: 900_00n, available: 0n });
  await db.update(preLoans).set({ status: "completed" }).where(eq(preLoans.id, asked.id));
  expect(await accountNow(account.id)).toMatchObject({ debt: 900_00n, authorized: 0n, available: 100_00n });
  await expectExact();
});

test("all of it stays exact through changes of many at once, taken back or not", async () => {
  const lines = await Promise.all([addLine(), addLine(), addLine()]);
  const offers = [await addOffer(), await addOffer()];
  for (const [at, { person, account }] of lines.entries()) {
    for (let n = 0; n < 8; n++) {
      const offerId = offers[n % 2]?.id ?? "";
      await addCredit(person.id, { accountId: n % 3 === 0 ? null : account.id, offerId, outstanding: BigInt(n * 1_000 + at) });
      await addPreLoan(person.id, { accountId: account.id, offerId, amount: BigInt(n + 1) * 100n });
    }
  }
  const change = [
    sql`update credits set outstanding_minor = outstanding_minor + 7 where number % 2 = 0`,
    sql`update credits set status = 'paid', outstanding_minor = 0 where number % 5 = 0`,
    sql`update credits set offer_id = ${offers[0]?.id} where number % 7 = 0`,
    sql`update credits set account_id = ${lines[0]?.account.id} where number % 4 = 0`,
    sql`update credits set account_id = null where number % 9 = 0`,
    sql`update pre_loans set status = 'completed' where number % 3 = 0`,
    sql`update pre_loans set downpayment_minor = 10 where status = 'pending' and number % 2 = 0`,
    sql`update credits set status = 'active' where status = 'paid' and number % 2 = 0`,
  ];
  for (const [at, statement] of change.entries()) {
    await db
      .transaction(async (tx) => {
        await tx.execute(statement);
        if (at % 3 === 2) tx.rollback();
      })
      .catch(() => undefined);
    await expectExact();
  }
});

test("after eight who write at once", async () => {
  const { person, account } = await addLine();
  const offerId = (await addOffer()).id;
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; n < 12; n++) {
      const { id } = await addCredit(person.id, { accountId: account.id, offerId, outstanding: 100n });
      await db
        .update(credits)
        .set({ outstanding: BigInt(writer), status: n % 2 ? "paid" : "active" })
        .where(eq(credits.id, id));
    }
  });
  await Promise.all(writers);
  await expectExact();
});

test("an account that comes after its credits owes what they owe", async () => {
  const { person, account } = await addLine();
  const { constraint } = (
    await db.execute<{ constraint: string }>(sql`select conname as constraint from pg_constraint
    where conrelid = 'credits'::regclass and confrelid = 'accounts'::regclass`)
  ).rows[0] ?? { constraint: "" };
  const lent = await addCredit(person.id, { amount: 100n, outstanding: 70n });
  await db
    .transaction(async (tx) => {
      await tx.execute(sql.raw(`alter table credits drop constraint ${constraint}`));
      const id = "00000000-0000-4000-8000-000000000001";
      const row = { ...lent, id: undefined, number: undefined, code: undefined } as unknown as typeof lent;
      await tx.insert(credits).values([
        { ...row, accountId: id },
        { ...row, accountId: id },
      ]);
      await tx.insert(accounts).values({ ...account, id, number: undefined, code: undefined, available: undefined } as never);
      const [made] = await tx.select().from(accounts).where(eq(accounts.id, id));
      expect(made?.debt).toBe(140n);
      tx.rollback();
    })
    .catch((error) => {
      if (!String(error).includes("Rollback")) throw error;
    });
});
