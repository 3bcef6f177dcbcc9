import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { question } from "#db/question";

/** Held shared by every transaction that moves records by the business date, alone by the one that turns it. */
const dateLock = 8_254_012;

/** Lets the business date turn only when this transaction is over, so that all it writes is of one day. */
export const holdDate = (tx: Tx) => askToHold(tx, {});

/** Waits for all who go by the business date, and has those who come wait until this transaction is over. */
export const takeDate = (tx: Tx) => askToTake(tx, {});

/** The same as part of a question, whose other answers may be of the day before: what is asked after it is of the day. */
export const holdingDate = sql`pg_advisory_xact_lock_shared(${sql.raw(`${dateLock}`)}) as held`;

const askToHold = question("hold_date", sql`select ${holdingDate}`);
const askToTake = question("take_date", sql`select pg_advisory_xact_lock(${sql.raw(`${dateLock}`)})`);
