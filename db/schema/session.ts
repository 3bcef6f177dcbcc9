import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/schema/column";
import { roles } from "#lib/domain/actor";

export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    subject: text("subject").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: roles }).notNull(),
    idToken: text("id_token").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    seenAt: instant("seen_at").notNull().defaultNow(),
    revokedAt: instant("revoked_at"),
  },
  (it) => [index("sessions_subject").on(it.subject)],
);
