import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { waking } from "#db/close-day/wake";
import { eventOf, looseEnds } from "#db/facts/loose-end";
import type { Sight } from "#db/facts/sight";
import { type Standing, situationAt, standingColumns, standingSql } from "#db/facts/standing";
import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { customerMovesOf } from "#lib/domain/reassessment";

/**
 * The status of everybody and of what they have: each record that a rule in force moves on the business date, but for those
 * of customers of whom the next close of day replays a credit first.
 */
export async function statusChecks(sight: Sight): Promise<[what: string, rows: SQL][]> {
  const kinds = Object.keys(looseEnds) as (keyof typeof looseEnds)[];
  const own: [string, SQL][] = [];
  for (const kind of kinds) own.push([`status of ${kind === "account" ? "an" : "a"} ${kind}`, await looseRows(kind, sight)]);
  return [["status of a customer", await customerRows(sight)], ...own];
}

async function customerRows(sight: Sight): Promise<SQL> {
  const { rows } = await sight.db.execute<Standing>(sql`select distinct ${standingColumns} from (${standingSql()}) as standings`);
  const moved = rows.flatMap((standing) => {
    const to = customerMovesOf(situationAt(sight, standing)).at(-1)?.to;
    return to === undefined || to === standing.status ? [] : [{ ...standing, to }];
  });
  return sql`select code as record, status as stored, moved."to" as recomputed from (${standingSql()}) as standings
    join jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as moved (status text, "isHeld" boolean, "openViolations" int,
      "openFraud" int, days int, captured int, "to" text) using (${standingColumns})
    where ${isSettled(sql`standings.id`, sight)}`;
}

async function looseRows(kind: keyof typeof looseEnds, sight: Sight): Promise<SQL> {
  const { rows } = looseEnds[kind];
  const groups = await sight.db.execute<{ facts: { status?: string } }>(sql`select distinct facts from (${rows}) as records`);
  const moved = groups.rows.flatMap(({ facts }) => {
    const event = eventOf(kind, facts, sight);
    const machine: AnyMachine = machines[kind];
    return event === undefined ? [] : [{ facts, stored: facts.status ?? machine.first, to: machine.events[event]?.to }];
  });
  return sql`select code as record, moved.stored, moved."to" as recomputed from (${rows}) as records
    join jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as moved (facts jsonb, stored text, "to" text) using (facts)
    where ${isSettled(sql`records.customer_id`, sight)}`;
}

const isSettled = (customerId: SQL, { businessDate }: Sight): SQL =>
  sql`not exists (select from credits w where w.customer_id = ${customerId} and ${waking(businessDate)})`;
