import { sql } from "drizzle-orm";
import { bigint, check, customType, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { legalMoves } from "#db/constraints";
import { instant } from "#db/schema/column";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** Every change of a status; PostgreSQL lets no record's status change without its own row here, in its transaction. */
export const transitions = pgTable(
  "transitions",
  {
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().primaryKey(),
    entity: text("entity").notNull(),
    record: uuid("record").notNull(),
    /** The first of a record is 1. */
    seq: integer("seq").notNull(),
    event: text("event").notNull(),
    from: text("from_status").notNull(),
    to: text("to_status").notNull(),
    at: instant("at").notNull().defaultNow(),
    xact: xid8("xact").notNull().default(sql`pg_current_xact_id()`),
  },
  (it) => [
    unique("transitions_record").on(it.record, it.seq),
    check("transitions_legal", legalMoves()),
    check("transitions_counted", sql.raw("seq > 0")),
  ],
);
