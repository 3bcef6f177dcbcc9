import { describe, expect, test } from "vitest";
import { checkHistory } from "#db/read/history-check";
import { entities } from "#lib/domain/machines";
import { app, appUrl, owner, within } from "#tests/db/app-role";

// Before anything imports #db/client, which reads it.
process.env["DATABASE_URL"] = appUrl;
const { db } = await import("#db/client");

describe("with what it may, the app works", () => {
  test("is up, signs in and out, keeps a search", async () => {
    const { isReady } = await import("#db/read/health");
    const { closeSession, openSession } = await import("#db/write/session");
    const { saveSearch } = await import("#db/write/saved-search");
    const { ana } = await import("#tests/db/exports");
    expect(await isReady()).toBe(true);
    expect(await closeSession(await openSession(ana, "token"), ana.ip)).toBe("token");
    expect(await saveSearch(ana, "customers", "garcia")).not.toBe("");
  });

  test("imports, with figures on what it read", async () => {
    const { ana, check, fileOf, person } = await import("#tests/db/exports");
    const { commitImport } = await import("#db/write/import");
    const id = await check(fileOf(person(1), person(2)));
    const { rows } = await owner.query("select last_analyze from pg_stat_user_tables where relname = 'import_rows'");
    expect(rows).toEqual([{ last_analyze: expect.any(Date) }]);
    expect(await commitImport(ana, id)).toMatchObject({ added: 2 });
  });

  test("moves a record, with a comment under the customer's key", async () => {
    const { addCustomer, bruno, moveNow } = await import("#tests/db/portfolio");
    const { code } = await addCustomer();
    const said = { reason: "other", comment: "Called on Monday" };
    expect(await moveNow(bruno, "customer", code, "disable", said)).toMatchObject({ kind: "moved" });
  });

  test("closes a day", async () => {
    const { businessDate, close, grant } = await import("#tests/db/closing");
    // An offer of the tests begins enabled, as a seeded one does.
    await owner.query("alter table offers disable trigger offers_begin_first");
    await grant();
    await owner.query("alter table offers enable trigger offers_begin_first");
    const before = await businessDate();
    expect(await close()).toMatchObject({ closed: [{ day: before }] });
  });
});

describe("what only the owner may", () => {
  const records = entities.filter((entity) => entity !== "offer").map((entity) => `${entity}s`);
  const evidence = [
    ...["approvals", "disputes", "violations", "notes", "customer_keys", "projects", "product_stops", "statements"],
    ...["payment_parts", "allocations", "credit_notes", "balance_refunds", "card_messages", "settlement_flags", "bank_rows"],
    ...["service_tokens", "terms"],
  ];
  const kept = ["history", "history_head", "transitions", "rule_sets", "status_tally", "day_closes"];
  test.each([
    ...kept.map((table) => `delete from ${table}`),
    "update history set email = ''",
    "update history_head set rows = 0",
    "update transitions set seq = 0",
    "update rule_sets set rules = '{}'",
    "update status_tally set records = 0",
    ...records.map((table) => `delete from ${table}`),
    ...evidence.map((table) => `delete from ${table}`),
    "insert into transitions (entity, record, seq, event, from_status, to_status, at) select 'customer', id, 1, 'block', 'enabled', 'blocked', now() from customers",
    "insert into transitions (entity, record, seq, event, from_status, to_status, xact) select 'customer', id, 1, 'block', 'enabled', 'blocked', '1' from customers",
    "insert into projects (is_only, name, country, currency, time_zone, language, business_date) values (false, '', '', '', '', '', now())",
    ...[...kept, ...records, "offers", "notes", "customer_keys"].map((table) => `truncate ${table} cascade`),
    "insert into history_head (is_only, rows, last_id, hash) values (false, 0, 0, '')",
    "insert into status_tally values ('customer', 'enabled', 1)",
    "alter table customers disable trigger customers_move",
    "alter table history disable trigger all",
    "drop trigger history_chains on history",
    "alter table history drop column hash",
    "drop table history",
    "create trigger mine before insert on history for each row execute function refuse_rewriting()",
    "create or replace function history_hash(before bytea, entry history) returns bytea language sql return before",
    "alter function end_history() security invoker",
    "set session_replication_role = replica",
    "set role cartera",
    "alter role cartera_app superuser",
    "create table mine (id int)",
    "create schema mine",
    "update drizzle.__drizzle_migrations set hash = ''",
  ])("%s", async (statement) => {
    await expect(within(() => app.query(statement))).rejects.toThrow(/permission denied|must be (owner|able)/);
  });

  test("is all there is to own, and to truncate, reference or trigger", async () => {
    const { rows } = await owner.query(`
      select relname from pg_class where relowner = 'cartera_app'::regrole
      union all select proname from pg_proc where proowner = 'cartera_app'::regrole
      union all select tablename from pg_tables where schemaname in ('public', 'drizzle')
        and has_table_privilege('cartera_app', format('%I.%I', schemaname, tablename), 'TRUNCATE, REFERENCES, TRIGGER')`);
    expect(rows).toEqual([]);
  });
});

describe("the history is added to", () => {
  const deed = "insert into history (subject, email, ip, action, module, details) values ('ana', '', '', 'x', 'y', '{}')";

  test("by the app, whatever tables of its own are in the way", async () => {
    const { rows } = await checkHistory(db, []);
    await within(async () => {
      await app.query(
        "create temp table history_head on commit drop as select true as is_only, 0::bigint as rows, 7::bigint as last_id, '\\x'::bytea as hash",
      );
      await app.query(deed);
    });
    expect(await checkHistory(db, [])).toMatchObject({ findings: [], rows: rows + 1 });
  });

  test("by no other table's trigger", async () => {
    const forged = within(async () => {
      await app.query("create temp table mine (id bigint, hash bytea) on commit drop");
      await app.query(
        "create trigger mine after insert on mine referencing new table as entered for each statement execute function end_history()",
      );
    });
    await expect(forged).rejects.toThrow("permission denied for function end_history");
    expect(await checkHistory(db, [])).toMatchObject({ findings: [] });
  });
});
