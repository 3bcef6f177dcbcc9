import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "#db/client";
import { history } from "#db/schema/history";

/** What the history holds of a record, in order. */
export const entriesOf = (code: string) => db.select().from(history).where(eq(history.record, code)).orderBy(history.id);
export const actionsOf = async (code: string) => (await entriesOf(code)).map(({ action }) => action);

/** The outcome of a form that one rule refused. */
export const refusedBy = (rule: string) => ({ ok: false, refusals: [expect.objectContaining({ rule })] });
