import { sql } from "drizzle-orm";
import { check, date, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/column";

/** How many records a close of day changed, by the step or the event that did. */
export type CloseCounts = Readonly<Record<string, number>>;

/** The business days that were closed, each once; of at most one of them the work is unfinished. */
export const dayCloses = pgTable(
  "day_closes",
  {
    day: date("day", { mode: "string" }).primaryKey(),
    /** Who began it. */
    subject: text("subject").notNull(),
    email: text("email").notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    /** When it was last handed to a process, which needs a moment to begin. */
    takenUpAt: instant("taken_up_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
    /** Records that it has dealt with, of those that it knows of. */
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    counts: jsonb("counts").$type<CloseCounts>().notNull().default({}),
  },
  () => [
    uniqueIndex("day_closes_unfinished").on(sql`(finished_at is null)`).where(sql`finished_at is null`),
    check("day_closes_progress", sql`done between 0 and total`),
  ],
);
