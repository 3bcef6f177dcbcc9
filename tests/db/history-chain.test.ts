import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { root } from "#bin/folder";
import { db, type Tx } from "#db/client";
import { checkHistory } from "#db/read/history-check";
import { history, historyHead } from "#db/schema/history";
import { addRows, beginAgain, withoutTriggers, withTriggers } from "#tests/db/history-rows";

beforeEach(beginAgain);

async function expectWhole(rows: number) {
  expect(await checkHistory(db, [])).toMatchObject({ findings: [], rows });
  const [head] = await db.select().from(historyHead);
  expect(head).toMatchObject({ rows: BigInt(rows), lastId: BigInt(rows) });
  const ids = (await db.select({ id: history.id }).from(history).orderBy(history.id)).map(({ id }) => Number(id));
  expect(ids).toEqual(Array.from({ length: rows }, (_, at) => at + 1));
}

describe("however it is written, the history is one chain", () => {
  test("by nobody yet", async () => expect(await checkHistory(db, [])).toEqual({ findings: [], rows: 0, last: null }));

  test("by statements of many rows, of one and of none", async () => {
    for (const many of [5000, 1, 0, 2]) await addRows(many);
    await expectWhole(5003);
  });

  test("by two parts of one statement", async () => {
    const deed = sql`insert into history (subject, email, ip, action, module, details) values ('ana', '', '', 'x', 'y', '{}')`;
    await db.execute(sql`with one as (${deed}), other as (${deed}) select`);
    await expectWhole(2);
  });

  test("by statements of one transaction, of which some are taken back", async () => {
    await db.transaction(async (tx) => {
      await addRows(2, tx);
      const taken = tx.transaction(async (inner) => {
        await addRows(3, inner);
        inner.rollback();
      });
      await expect(taken).rejects.toThrow("Rollback");
      await addRows(1, tx);
      await tx.transaction((inner) => addRows(2, inner));
    });
    await expectWhole(5);
  });

  test("by twenty at once, of whom some give up", async () => {
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      for (let n = 0; n < 15; n++) {
        const written = db.transaction(async (tx) => {
          await addRows(1 + ((writer + n) % 4), tx);
          if ((writer + n) % 5 === 0) tx.rollback();
        });
        await written.catch(() => undefined);
      }
    });
    await Promise.all(writers);
    const rows = await db.$count(history);
    expect(rows).toBeGreaterThan(400);
    await expectWhole(rows);
  });

  test("with ids, instants and hashes that are its own, whatever the statement says", async () => {
    await addRows(1);
    await db.execute(sql`insert into history (id, at, hash, subject, email, ip, action, module, details)
      overriding system value select n, '2000-01-01', '\\xc0', 'x', 'x', 'x', 'x', 'x', '{}' from unnest(array[1, 9, 9]) as n
      on conflict (id) do nothing`);
    expect(await db.$count(history, sql`at < now() - interval '1 hour'`)).toBe(0);
    await expectWhole(4);
  });

  test("from before there was a chain on, once it is migrated", async () => {
    const migration = readFileSync(join(root, "db/migrations/0006_transitions.sql"), "utf8").split("--> statement-breakpoint");
    await addRows(9);
    await db.execute(withoutTriggers);
    await db.execute(sql`delete from history where id in (1, 2, 6)`);
    await db.execute(sql`update history set hash = '\\x'`);
    await db.execute(sql`update history_head set rows = 0, last_id = 0, hash = sha256('')`);
    await db.execute(withTriggers);
    await db.execute(sql.raw(migration.at(-1) ?? ""));
    await addRows(2);
    await expectWhole(8);
  });

  test("or not at all: a statement that writes the settings itself is refused", async () => {
    for (const [name, value] of [
      ["cartera.history_id", "77"],
      ["cartera.history_hash", "c0"],
    ]) {
      const forged = sql`insert into history (subject, email, ip, action, module, details)
        select set_config(${name}, ${value}, true), '', '', 'x', 'y', '{}' from generate_series(1, 1)`;
      await expect(db.execute(forged)).rejects.toMatchObject({ cause: { message: expect.stringContaining("in one piece") } });
    }
    await addRows(1);
    await expectWhole(1);
  });
});

const sessions = [
  { timezone: "UTC", datestyle: "ISO" },
  { timezone: "America/Bogota", datestyle: "SQL, DMY", bytea_output: "escape" },
  { timezone: "Asia/Kathmandu", datestyle: "German", intervalstyle: "iso_8601" },
  { timezone: "Pacific/Apia", datestyle: "Postgres, MDY", extra_float_digits: "0" },
];

test("however a session spells dates and bytes, what it writes is whole to every other", async () => {
  const within = (settings: Record<string, string>, run: (tx: Tx) => Promise<unknown>) =>
    db.transaction(async (tx) => {
      for (const [name, value] of Object.entries(settings)) await tx.execute(sql`select set_config(${name}, ${value}, true)`);
      await run(tx);
    });
  for (const settings of sessions) await within(settings, (tx) => addRows(2, tx));
  for (const settings of sessions)
    await within(settings, async (tx) =>
      expect(await checkHistory(tx, [])).toMatchObject({ findings: [], rows: 2 * sessions.length }),
    );
});
