import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { accounts } from "#db/schema/account";
import { recordColumns } from "#db/schema/column";
import { cardStatuses } from "#lib/domain/card";

export const cardKinds = ["physical", "virtual"] as const;

/** A card of an account; of its number only the last four digits exist anywhere. */
export const cards = pgTable(
  "cards",
  {
    ...recordColumns("card", cardStatuses),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    kind: text("kind", { enum: cardKinds }).notNull(),
    lastFour: text("last_four").notNull(),
    replacesId: uuid("replaces_id"),
  },
  (it) => [
    index("cards_account").on(it.accountId),
    index("cards_created").on(it.createdAt, it.id),
    index("cards_modified").on(it.statusChangedAt, it.id),
    index("cards_status").on(it.status, it.createdAt, it.id),
    index("cards_kind").on(it.kind, it.createdAt, it.id),
    check("cards_status_known", oneOf("status", cardStatuses)),
    check("cards_kind_known", oneOf("kind", cardKinds)),
    check("cards_last_four", sql`last_four ~ '^[0-9]{4}$'`),
  ],
);
