import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { root } from "#bin/folder";
import { db } from "#db/client";

/** The columns that may tell in clear who a person is, of which erasure or the end of an import leaves nothing. */
const telling = {
  bank_lines: ["reference", "target"],
  bank_rows: ["reference", "target"],
  customers: ["address", "email", "external_id", "first_name", "last_name", "name", "national_id", "phone", "search"],
  import_rows: ["address", "email", "external_id", "first_name", "last_name", "national_id", "phone"],
  pre_payments: ["reference"],
  processor_lines: ["merchant"],
  saved_searches: ["words", "words_hash"],
};

/** What is said of a person under their key. */
const sealed = {
  approvals: ["comment", "reference"],
  balance_refunds: ["reference"],
  history: ["sealed"],
  notes: ["words"],
  settlement_flags: ["comment"],
  violations: ["comment"],
};

/** What tells of no customer: IDs, amounts and choices, hashes, operators, and what the catalogue, shops and banks are called. */
const others = {
  approvals: ["entity", "event", "input", "reason", "record_code"],
  bank_lines: ["identity"],
  bank_rows: ["dismissal", "identity"],
  card_messages: ["currency", "external_id", "merchant", "purchase", "refusals"],
  cards: ["last_four"],
  credits: ["collection"],
  customer_keys: ["key"],
  day_closes: ["counts", "email"],
  history: ["action", "customer", "details", "email", "hash", "ip", "module", "record"],
  history_head: ["hash"],
  import_faults: ["column", "other", "reason"],
  imports: ["ignored_columns", "sha256"],
  notes: ["email"],
  offers: ["name", "terms"],
  processor_lines: ["account", "card", "currency", "external_id", "kind", "last_four", "purchase"],
  products: ["name"],
  projects: ["country", "currency", "language", "name", "time_zone"],
  requests: ["answer", "body_hash"],
  rule_sets: ["email", "rules"],
  saved_searches: ["list"],
  service_tokens: ["hash", "name", "prefix", "scopes"],
  sessions: ["email", "id_token", "name"],
  settlement_flags: ["seen"],
  status_tally: ["entity"],
  terms: ["hash", "settings"],
  transitions: ["entity", "event"],
  violations: ["rule"],
};

test("of every column that can hold words it is known whether they may be a person's", async () => {
  const known = [telling, sealed, others].flatMap(namesIn).sort();
  expect(await columns(sql`not is_closed`)).toEqual(known);
  expect(await columns(sql`type = 'bytea'`)).toEqual(expect.arrayContaining(namesIn(sealed)));
});

test("the planner keeps no quotes of what tells who a person is, but of customers, whose are made anew", async () => {
  const { customers, ...unquoted } = telling;
  expect(await columns(sql`attstattarget = 0`)).toEqual(namesIn(unquoted).sort());
  const tables = sql`(select value::regclass from json_array_elements_text(${JSON.stringify(Object.keys(telling))}::json))`;
  const expressions = await db.execute(
    sql`select indexrelid::regclass::text from pg_index where indrelid in ${tables} and indexprs is not null`,
  );
  const statistics = await db.execute(sql`select stxname from pg_statistic_ext where stxrelid in ${tables}`);
  expect([...expressions.rows, ...statistics.rows]).toEqual([]);
});

test("what it quoted before it was told to keep nothing goes", async () => {
  const quoted = async () =>
    (await db.execute(sql`select from pg_stats where tablename = 'saved_searches' and attname = 'words'`)).rowCount;
  await db.execute(sql`insert into saved_searches (owner, list, words, words_hash) values ('o', 'customers', '"Ana"', '1')`);
  await db.execute(sql`alter table saved_searches alter words set statistics 100`);
  await db.execute(sql`analyze saved_searches`);
  await db.execute(sql`alter table saved_searches alter words set statistics 0`);
  await db.execute(sql`analyze saved_searches`);
  expect(await quoted()).toBe(1);
  const migration = readFileSync(join(root, "db/migrations/0022_unquoted.sql"), "utf8");
  for (const statement of migration.split("--> statement-breakpoint")) await db.execute(sql.raw(statement));
  expect(await quoted()).toBe(0);
});

const namesIn = (columns: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(columns).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));

/** Those that can hold words; closed are those of an operator's role or name, of a status, of a record's ID, or of a list that a CHECK has. */
async function columns(which: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select name from (
      select relname || '.' || attname as name, attstattarget, format_type(atttypid, null) as type,
        attname in ('code', 'status', 'from_status', 'to_status', 'channel', 'type', 'id_type')
          or attname ~ '^(subject|owner|role)$|_(by|email|role)$'
          or exists (select from pg_constraint where conrelid = pg_class.oid and contype = 'c' and conkey = array[attnum]
            and pg_get_constraintdef(pg_constraint.oid) like '%= ANY (%') as is_closed
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'm') and attnum > 0 and not attisdropped
    ) as columns
    where type in ('text', 'text[]', 'character varying', 'json', 'jsonb', 'bytea', 'xml', 'name', 'citext') and ${which}`);
  return rows.map(({ name }) => name).sort();
}
