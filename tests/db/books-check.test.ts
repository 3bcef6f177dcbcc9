import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { expectTold, type Falsified, undone } from "#tests/db/falsified";
import { seedPeople } from "#tests/db/lists";

beforeAll(() => seedPeople(600));

test("what was seeded is as its books have it", async () => {
  const { credits, waiting, differences, told } = await checkBooks(db);
  expect({ waiting, differences, told }).toEqual({ waiting: 0, differences: 0, told: [] });
  expect(credits).toBeGreaterThan(150);
});

const ofCredit = (what: string, set: string, where = "status = 'active'"): Falsified => ({ what, table: "credits", set, where });

const partlyUsed =
  "account_id is not null and exists (select from payment_parts where payment_id = payments.id and amount_minor > 1)";

const falsified: Falsified[] = [
  {
    what: "refinanced by",
    table: "credits",
    set: "amount_minor = amount_minor - 100",
    where: "refinances_id is not null",
    told: ["credits", "refinances_id"],
  },
  ofCredit("outstanding", "outstanding_minor = outstanding_minor + 100"),
  ofCredit("amount past due", "amount_past_due_minor = amount_past_due_minor - 1", "days_past_due > 0"),
  ofCredit("past due since", "past_due_since = past_due_since - 1", "days_past_due > 0"),
  ofCredit("days past due", "days_past_due = days_past_due + 1", "days_past_due > 0"),
  ofCredit("delinquent days", "delinquent_days = delinquent_days - 1", "delinquent_days > 1"),
  ofCredit("paused days", "paused_days = paused_days + 1"),
  ofCredit("next due day", "next_due_on = next_due_on + 1", "next_due_on is not null"),
  ofCredit("next due amount", "next_due_minor = next_due_minor + 1", "next_due_on is not null"),
  ofCredit("day of the next change", "wakes_on = wakes_on + 1", "wakes_on is not null"),
  ofCredit("day of the next change", "wakes_on = null", "wakes_on is not null"),
  ofCredit("credit balance", "credit_balance_minor = 5"),
  ofCredit("delinquency carried", "carries_delinquency = not carries_delinquency", "status = 'active'"),
  ofCredit("delinquency inherited from no other credit", "inherits_delinquency = true", "refinances_id is null"),
  ofCredit("closing credit note", "closing_note_minor = closing_note_minor + 1", "status = 'paid'"),
  ofCredit("closing credit note", "closing_note_minor = 7", "closed_by = 'refinance'"),
  ofCredit("credit note for all of a credit", "was_noted_whole = true", "closed_by = 'settle'"),
  ofCredit("credit note for all of a credit", "was_noted_whole = false", "was_noted_whole"),
  ofCredit("closing", "closed_by = 'cancel'", "closed_by = 'settle'"),
  ofCredit("closing", "closed_on = null", "closed_by = 'settle'"),
  ofCredit("refinanced by", "closed_by = 'refinance'", "closed_by = 'cancel'"),
  ofCredit("outstanding", "instalments = instalments + 1", "days_past_due > 0"),
  ofCredit("outstanding", "amount_minor = amount_minor + 100"),
  ofCredit("days past due", "disbursed_on = disbursed_on - 1, first_due_on = first_due_on - 1", "first_due_on is not null"),
  {
    what: "open disputes",
    table: "disputes",
    set: "decided_on = opened_on",
    where: "decided_on is null",
    told: ["credits", "credit_id"],
  },
  {
    what: "outstanding",
    table: "payments",
    set: "status = 'reversed'",
    where: "status = 'accepted'",
    told: ["credits", "credit_id"],
  },
  { what: "outstanding", table: "payment_parts", set: "amount_minor = amount_minor - 100", told: ["credits", "credit_id"] },
  { what: "allocation of", table: "allocations", set: "interest_minor = interest_minor + 1", told: ["credits", "credit_id"] },
  {
    what: "allocation of",
    table: "allocations",
    set: "superseded_at = now()",
    where: "superseded_at is null",
    told: ["credits", "credit_id"],
  },
  {
    what: "allocation of",
    table: "allocations",
    set: "instalment = 60",
    where: "superseded_at is null",
    told: ["credits", "credit_id"],
  },
  {
    what: "superseding allocation",
    table: "allocations",
    set: "supersedes_id = 1",
    where: "id > 1",
    told: ["payments", "payment_id"],
  },
  { what: "active credits", table: "customers", set: "active_credits = active_credits + 1" },
  { what: "account's credit balance", table: "accounts", set: "credit_balance_minor = credit_balance_minor + 1" },
  { what: "account's debt", table: "accounts", set: "debt_minor = debt_minor + 1" },
  { what: "what of an account is in dispute", table: "accounts", set: "disputed_minor = disputed_minor + 1" },
  { what: "what is held of an account's line", table: "accounts", set: "authorized_minor = authorized_minor + 1" },
  {
    what: "parts of a credit's payment",
    table: "payments",
    set: "amount_minor = amount_minor + 1",
    where: "credit_id is not null",
  },
  { what: "parts of an account's payment", table: "payments", set: "amount_minor = 1", where: partlyUsed },
  { what: "customer of a payment", table: "payments", set: "customer_id = (select id from customers order by id desc limit 1)" },
  {
    what: "payment of a pre-payment",
    table: "pre_payments",
    set: "amount_minor = amount_minor + 1",
    where: "status = 'completed'",
  },
  { what: "payment of a pre-payment", table: "pre_payments", set: "status = 'rejected'", where: "status = 'completed'" },
  { what: "credit of a request", table: "pre_loans", set: "instalments = instalments + 1", where: "status = 'completed'" },
  { what: "credit of a request", table: "pre_loans", set: "status = 'completed'", where: "status = 'pending'" },
  { what: "status of a customer", table: "customers", set: "status = 'disabled'", where: "status = 'enabled'" },
  {
    what: "status of a customer",
    table: "violations",
    set: "is_fraud = true",
    where: "resolved_at is null and not is_fraud",
    told: ["customers", "customer_id"],
  },
  { what: "moves told by the history", table: "customers", set: "moves = moves + 1" },
  { what: "moves told by the history", table: "offers", set: "moves = moves + 1" },
  { what: "status of a promise", table: "promises", set: "status = 'open'", where: "status = 'broken'" },
  { what: "minimum payment due", table: "accounts", set: "minimum_unmet_minor = 1", where: "minimum_unmet_minor > 1" },
  { what: "minimum payment due", table: "accounts", set: "minimum_due_on = '2020-01-01'", where: "minimum_unmet_minor > 1" },
  { what: "status of an account", table: "accounts", set: "minimum_unmet_minor = 0", where: "minimum_unmet_minor > 0" },
  { what: "tally of statuses", table: "credits", set: "status = 'in_dispute'", where: "status = 'paid'" },
];

test.each(falsified)("$what: $table set $set", expectTold);

test("of many differences fifty are told and all are counted", async () => {
  await undone(async (tx) => {
    await tx.execute(sql`update customers set active_credits = active_credits + 1`);
    const { differences, told } = await checkBooks(tx);
    expect([differences, told.length]).toEqual([600, 50]);
  });
});

test("of credits closed before it was kept the migration says which were noted whole", async () => {
  const [file = ""] = readdirSync("db/migrations").filter((name) => name.endsWith("_noted_whole.sql"));
  const fill = readFileSync(`db/migrations/${file}`, "utf8").split("--> statement-breakpoint").at(-1) ?? "";
  const noted = sql`select id from credits where was_noted_whole order by id`;
  const { rows: before } = await db.execute(noted);
  expect(before.length).toBeGreaterThan(0);
  await undone(async (tx) => {
    await tx.execute(sql`update credits set was_noted_whole = false`);
    await tx.execute(sql.raw(fill));
    expect((await tx.execute(noted)).rows).toEqual(before);
  });
});

test("what waits for the close of day is counted and left out", async () => {
  await undone(async (tx) => {
    await tx.execute(sql`update credits set outstanding_minor = outstanding_minor + 1, wakes_on = (select business_date from projects)
      where id = (select id from credits where status = 'active' and account_id is null limit 1)`);
    expect(await checkBooks(tx)).toMatchObject({ waiting: 1, differences: 0 });
  });
  await undone(async (tx) => {
    await tx.execute(sql`alter table customers disable trigger user`);
    const { rows } = await tx.execute<{ id: string }>(sql`update customers set status = 'enabled' where id = (
      select customer_id from credits where status = 'active' and delinquent_days > 5 order by number limit 1) returning id`);
    expect((await checkBooks(tx)).differences).toBeGreaterThan(0);
    await tx.execute(sql`update credits set wakes_on = (select business_date from projects)
      where customer_id = ${rows[0]?.id} and status in ('active', 'in_dispute')`);
    expect((await checkBooks(tx)).told.filter(({ what }) => what === "status of a customer")).toEqual([]);
  });
});

test("a move that was made past the door, of which no history tells, is told", async () => {
  await undone(async (tx) => {
    const { rows } = await tx.execute<{ id: string; code: string }>(sql`select id, code from products limit 1`);
    const [{ id, code } = expect.fail()] = rows;
    // An edit stands in the history as well, and moves nothing.
    await tx.execute(sql`insert into history (subject, email, ip, action, module, record, details)
      values ('sofia', '', '', 'product.edit', 'products', ${code}, '{"name": ["Uno", "Dos"]}')`);
    await tx.execute(sql`insert into transitions (entity, record, seq, event, from_status, to_status)
      values ('product', ${id}, 1, 'deactivate', 'enabled', 'inactive')`);
    await tx.execute(sql`update products set status = 'inactive', moves = moves + 1, status_changed_at = now() where id = ${id}`);
    const untold = { record: code, what: "moves told by the history", stored: "0", recomputed: "1" };
    expect((await checkBooks(tx)).told).toContainEqual(untold);
  });
});
