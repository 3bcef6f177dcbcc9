import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Effect } from "#db/move/moving";
import { cards } from "#db/schema/card";

const suspend: Effect = async (_, __, { cause }) => (cause === undefined ? { heldAt: sql`now()` } : undefined);
const reinstate: Effect = async () => ({ heldAt: null });

const cancel: Effect = async ({ db, step }, { id, code }) => {
  const open = await db
    .select({ code: cards.code })
    .from(cards)
    .where(and(eq(cards.accountId, id), ne(cards.status, "canceled")))
    .orderBy(cards.number);
  const cause = { rule: "account_canceled", values: { account: code } };
  for (const card of open) await step("card", card.code, "cancel", { reason: "account_canceled", cause });
  return undefined;
};

export const accountEffects = { suspend, reinstate, cancel };
