import pg from "pg";
import { migrateDatabase } from "#bin/database";
import { type Book, figuresOf } from "#lib/domain/book";
import { dueAfter } from "#lib/domain/cycle";
import type { Day } from "#lib/domain/day";
import { components } from "#lib/domain/rules";
import { counted, type Figure } from "#tests/bench/figure";
import { lend, terms } from "#tests/bench/lending";
import { run } from "#tests/bench/process";

const accounts = 50_000;
const closing = "2026-11-22" as Day;
const days = { closingDay: 22, dueDay: 5 };
/** How long a close of day takes on which the cycles of many accounts end, each with two purchases in six instalments. */
export async function cycles(emptied: () => Promise<string>): Promise<Figure[]> {
  const databaseUrl = await emptied();
  await addAccounts(databaseUrl);
  const { seconds } = await run("bin/close-day.ts", ["--ahead"], { DATABASE_URL: databaseUrl });
  const { statements } = await lend.counts(databaseUrl);
  if (statements !== accounts) throw new Error(`${statements} cycles closed`);
  return [
    {
      what: `close of day that closes the cycles of ${counted(accounts)} accounts`,
      measured: `${seconds.toFixed(1)} s`,
      goal: "≤ 30 s",
      isMet: seconds <= 30,
    },
  ];
}

async function addAccounts(databaseUrl: string): Promise<void> {
  await migrateDatabase(databaseUrl);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    for (const statement of statements)
      await client.query(statement, statement.includes("$1") ? [JSON.stringify(purchases(), textOf)] : []);
    await client.query("vacuum (analyze)");
  } finally {
    await client.end();
  }
}

const textOf = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);

/** Two that fall due for the first time with the statement to come. */
function purchases() {
  const firstDueOn = dueAfter(closing, days);
  return (["2026-11-10", "2026-10-25"] as Day[])
    .map((disbursedOn) => bookOf(disbursedOn, firstDueOn))
    .map((book) => ({
      ...{ disbursedOn: book.disbursedOn, firstDueOn: book.firstDueOn, amount: book.amount },
      ...figuresOf(book, { businessDate: closing, rules: { delinquencyGraceDays: 0 } }).figures,
    }));
}

const bookOf = (disbursedOn: Day, firstDueOn: Day): Book => ({
  ...{ status: "active", amount: 600_000_00n, currency: "COP", instalments: 6, disbursedOn, firstDueOn, terms },
  ...{ collection: components, tolerance: 0n, inheritsDelinquency: false, closedBy: null, closedOn: null, closingNote: 0n },
  ...{ paid: [], lowered: [], disputes: [], stops: [] },
});

const statements = [
  `update projects set business_date = '${closing}'`,
  "insert into products (kind, name, minimum_percent, minimum_fixed_minor) values ('card', 'Bench', 5, 3000000)",
  "insert into offers (product_id, name, status) select id, 'Bench', 'enabled' from products",
  `insert into terms (hash, settings) values ('bench', '${JSON.stringify(terms)}')`,
  `insert into customers (status, first_name, last_name, registered_at, active_credits)
    select 'enabled', 'Ana', 'Ríos ' || n, now(), 2 from generate_series(1, ${accounts}) as n`,
  `insert into accounts (customer_id, product_id, credit_line_minor, closing_day, due_day)
    select c.id, p.id, 500000000, ${days.closingDay}, ${days.dueDay} from customers c cross join products p`,
  `insert into credits (customer_id, account_id, offer_id, terms_id, amount_minor, instalments, disbursed_on, first_due_on,
      outstanding_minor, next_due_on, next_due_minor, wakes_on)
    select a.customer_id, a.id, o.id, t.id, s.amount, 6, s."disbursedOn", s."firstDueOn", s.outstanding, s."nextDueOn", s."nextDue", s."wakesOn"
    from accounts a cross join offers o cross join terms t
      cross join jsonb_to_recordset($1::jsonb) as s (amount bigint, "disbursedOn" date, "firstDueOn" date, outstanding bigint,
        "nextDueOn" date, "nextDue" bigint, "wakesOn" date)`,
];
