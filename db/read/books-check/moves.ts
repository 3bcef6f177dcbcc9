import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { isMove } from "#db/move/change";
import { tables } from "#db/move/record";
import { entities } from "#lib/domain/machines";

/** How often a record has moved, where the history tells of more or fewer moves of it. */
export const moveChecks = entities.map((entity): [what: string, rows: SQL] => [
  "moves told by the history",
  sql`select it.code as record, count(history.id)::text as stored, it.moves::text as recomputed
    from ${tables[entity]} as it
      left join history on history.record = it.code and starts_with(history.action, ${`${entity}.`}) and ${isMove}
    group by it.id having count(history.id) <> it.moves`,
]);
