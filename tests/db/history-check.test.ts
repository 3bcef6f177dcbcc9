import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { root } from "#bin/folder";
import { db } from "#db/client";
import { checkHistory } from "#db/read/history-check";
import { history } from "#db/schema/history";
import type { Finding } from "#lib/history/check";
import { addRows, beginAgain, withoutTriggers, withTriggers } from "#tests/db/history-rows";

beforeEach(async () => {
  await beginAgain();
  await addRows(10);
});

const checkedAt = "2026-11-22T10:00:00.000Z";
const altered = (id: number): Finding => ({ kind: "altered", id, after: id - 1 });
const lost = (after: number, before: number): Finding => ({ kind: "lost", after, before });
const cut = (after: number): Finding => ({ kind: "cut", after, until: 10 });
const gone: Finding = { kind: "gone", id: 10, at: checkedAt };

/** What the check says of it, before it is undone. */
async function findingsAfter(...tampering: SQL[]): Promise<Finding[]> {
  const { last, rows } = await checkHistory(db, []);
  if (last === null) throw new Error("there is no history");
  const anchor = { ...last, rows, at: checkedAt };
  let found: Finding[] = [];
  const undone = db.transaction(async (tx) => {
    for (const each of [withoutTriggers, ...tampering]) await tx.execute(each);
    found = (await checkHistory(tx, [anchor])).findings;
    tx.rollback();
  });
  await expect(undone).rejects.toThrow("Rollback");
  return found;
}

const changes = {
  at: "at + interval '1 microsecond'",
  subject: "'eva'",
  email: "''",
  role: "null",
  ip: "'10.0.0.8'",
  action: "'customer.enable'",
  module: "module || ' '",
  record: "'C-7F3K2N'",
  customer: "null",
  details: `details || '{"n": 8}'`,
  sealed: "null",
};

test.each(Object.entries(changes))("a row whose %s is altered is named", async (column, value) => {
  expect(await findingsAfter(sql.raw(`update history set ${column} = ${value} where id = 7`))).toEqual([altered(7)]);
});

test("no column is left out of that", () => {
  const columns = Object.values(getTableColumns(history)).map(({ name }) => name);
  expect(["id", ...Object.keys(changes), "hash"].toSorted()).toEqual(columns.toSorted());
});

test("a row whose hash is altered is named, and the one after it", async () => {
  expect(await findingsAfter(sql`update history set hash = sha256(hash) where id = 7`)).toEqual([altered(7), altered(8)]);
});

test("a row that is altered with its hash is named by the one after it", async () => {
  const rehash = sql`update history h set hash = history_hash((select hash from history where id = 6), h) where id = 7`;
  expect(await findingsAfter(sql`update history set email = 'x' where id = 7`, rehash)).toEqual([altered(8)]);
});

test("the last row, altered with its hash, is told by the head", async () => {
  const rehash = sql`update history h set hash = history_hash((select hash from history where id = 9), h) where id = 10`;
  const found = await findingsAfter(sql`update history set email = 'x' where id = 10`, rehash);
  expect(found).toEqual([
    { kind: "end", id: 10 },
    { ...gone, kind: "rewritten" },
  ]);
});

test.each([
  ["a row in the middle", "id = 7", [lost(6, 8)]],
  ["several", "id in (3, 4, 8)", [lost(2, 5), lost(7, 9)]],
  ["the first ones", "id < 4", [lost(0, 4)]],
  ["the last one", "id = 10", [cut(9), gone]],
  ["the tail", "id > 4", [cut(4), gone]],
  ["all", "true", [cut(0), gone]],
])("what is deleted is named: %s", async (_, which, findings) => {
  expect(await findingsAfter(sql.raw(`delete from history where ${which}`))).toEqual(findings);
});

test("a truncated table is told by the head, and by the anchor if the head is emptied too", async () => {
  expect(await findingsAfter(sql`truncate history`)).toEqual([cut(0), gone]);
  const emptied = sql`update history_head set rows = 0, last_id = 0, hash = sha256('')`;
  expect(await findingsAfter(sql`truncate history`, emptied)).toEqual([gone]);
});

test("a tail rewritten with its head is told by the anchor alone", async () => {
  const taken = [
    sql`delete from history where id > 6`,
    sql`update history_head set (rows, last_id, hash) = (select 6, id, hash from history where id = 6)`,
    withTriggers,
  ];
  expect(await findingsAfter(...taken)).toEqual([gone]);
  const rewrite = sql`insert into history (subject, email, ip, action, module, details)
    select 'eva', 'eva', '', 'customer.enable', 'customers', '{}' from generate_series(1, 4)`;
  expect(await findingsAfter(...taken, rewrite)).toEqual([{ ...gone, kind: "rewritten" }]);
});

test("the first rows deleted and the rest chained anew, with its head, is told without an anchor too", async () => {
  const chained = sql`do $$
    declare
      entry history;
      last bytea := sha256('');
    begin
      for entry in select * from history order by id loop
        last := history_hash(last, entry);
        update history set hash = last where id = entry.id;
      end loop;
      update history_head set rows = 7, hash = last;
    end $$`;
  const found = await findingsAfter(sql`delete from history where id < 4`, chained);
  expect(found).toEqual([lost(0, 4), { ...gone, kind: "rewritten" }]);
});

test("rows past the head, a wrong count, a head that is gone", async () => {
  const back = sql`update history_head set (rows, last_id, hash) = (select 9, id, hash from history where id = 9)`;
  expect(await findingsAfter(back)).toEqual([
    { kind: "beyond", after: 9 },
    { kind: "count", rows: 10, counted: 9 },
  ]);
  expect(await findingsAfter(sql`update history_head set rows = 11`)).toEqual([{ kind: "count", rows: 10, counted: 11 }]);
  expect(await findingsAfter(sql`delete from history_head`)).toEqual([{ kind: "headless" }]);
});

test("of many altered rows the first are named and the rest counted", async () => {
  await addRows(90);
  const found = await findingsAfter(sql`update history set email = 'x'`);
  expect(found.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, at) => altered(at + 1)));
  expect(found.slice(20)).toEqual([{ kind: "more", rows: 80 }]);
});

test("the check believes no function of the database", async () => {
  const forged = sql`create or replace function history_hash(before bytea, entry history) returns bytea language sql stable
    return (entry).hash`;
  expect(await findingsAfter(forged, sql`update history set email = 'x' where id = 7`)).toEqual([altered(7)]);
});

test("the command says that all is whole and leaves an anchor, or names what is wrong and leaves none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "history-verify-"));
  const anchors = join(folder, "kept/anchors.jsonl");
  const verify = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: root,
      env: { ...process.env, HISTORY_ANCHOR: anchors },
      encoding: "utf8",
    });
    return { status, lines: `${stdout}${stderr}`.trimEnd().split("\n") };
  };
  const whole = (known: number) => `10 rows, whole; earlier checks that name rows still there: ${known}.`;

  expect(verify()).toEqual({ status: 0, lines: [whole(0)] });
  expect(verify()).toEqual({ status: 0, lines: [whole(1)] });
  const { last } = await checkHistory(db, []);
  const kept = readFileSync(anchors, "utf8").trimEnd().split("\n");
  expect(kept.map((line) => JSON.parse(line))).toEqual([1, 2].map(() => ({ ...last, rows: 10, at: expect.any(String) })));

  appendFileSync(anchors, "none\n");
  for (const each of [withoutTriggers, sql`update history set ip = '' where id = 7`, withTriggers]) await db.execute(each);
  expect(verify()).toEqual({
    status: 1,
    lines: [`Line 3 of ${anchors} is no anchor.`, expect.stringMatching(/^Row 7 was altered/)],
  });
  expect(readFileSync(anchors, "utf8").trimEnd().split("\n")).toHaveLength(3);
  rmSync(folder, { recursive: true });
}, 60_000);

const command = ["--conditions=react-server", "--import", "tsx", "bin/history-verify.ts"];
