import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { type Anchor, type Facts, type Finding, findingsIn } from "#lib/history/check";

type Check = { findings: Finding[]; rows: number; last: Facts["last"] };

/**
 * Recomputes the history's chain, and compares it with its head and with anchors of former checks. It is one statement, so
 * that it sees one moment, and it brings its own spelling of a row: a function of the database could have been replaced.
 */
export async function checkHistory(db: Db | Tx, anchors: readonly Anchor[]): Promise<Check> {
  const { rows } = await db.execute<{ facts: Facts }>(sql`
    with chain as (
      select count(*) as rows, array_agg(entry.id) filter (where ${isBroken}) as broken
      from history as entry left join history as before on before.id = entry.id - 1),
    links as (
      select json_build_array(coalesce((select max(id) from history where id < at.id), 0), id) as link
      from (select unnest(broken) as id from chain) as at order by id limit ${mostNamed}),
    unknown as (
      select anchors.id, anchors.at, history.id is not null as "isThere"
      from jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) as anchors(id bigint, hash text, at text)
      left join history using (id)
      where encode(history.hash, 'hex') is distinct from anchors.hash
      order by anchors.id limit ${mostNamed})
    select json_build_object(
      'rows', rows, 'broken', coalesce(cardinality(broken), 0),
      'links', (select coalesce(json_agg(link), '[]') from links),
      'last', (select ${end("id")} from history order by id desc limit 1),
      'head', (select ${end("last_id", "rows")} from history_head where is_only),
      'anchors', (select coalesce(json_agg(unknown), '[]') from unknown)) as facts
    from chain`);
  const facts = rows[0]?.facts;
  if (facts === undefined) throw new Error("the check answered nothing");
  return { findings: findingsIn(facts), rows: facts.rows, last: facts.last };
}

/** So many rows and anchors are named one by one. */
const mostNamed = 20;

// The row before is joined by its id, since ids have no gaps, and not looked for by order: so the work is shared by workers.
const isBroken = sql`
  (before.id is null and entry.id <> 1) or entry.hash is distinct from
    sha256(coalesce(before.hash, sha256('')) || convert_to(json_build_array(
      entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.subject, entry.email, entry.role,
      entry.ip, entry.action, entry.module, entry.record, entry.customer, entry.details, encode(entry.sealed, 'hex')
    )::text, 'UTF8'))`;

const end = (id: string, rows = "null") =>
  sql.raw(`json_build_object('id', ${id}, 'rows', ${rows}, 'hash', encode(hash, 'hex'))`);
