import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { someOf } from "#db/constraints";
import { bytes, instant } from "#db/schema/column";
import { callsPerMinute, scopes } from "#lib/domain/token";

const { least, most } = callsPerMinute;

/** The tokens that apps call with: who has the secret may do the events that it is for, until it is revoked or expires. */
export const serviceTokens = pgTable(
  "service_tokens",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    /** How the token begins, which is no secret. */
    prefix: text("prefix").notNull().unique(),
    /** SHA-256 of the whole token, which nobody but its app has. */
    hash: bytes("hash").notNull().unique(),
    scopes: text("scopes").array().notNull(),
    callsPerMinute: integer("calls_per_minute").notNull(),
    /** The last day that it is good for, in the project's zone. */
    expiresOn: date("expires_on", { mode: "string" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    createdEmail: text("created_email").notNull(),
    revokedAt: instant("revoked_at"),
    revokedEmail: text("revoked_email"),
    lastUsedAt: instant("last_used_at"),
    /** When the minute began in which so many calls were let pass. */
    minuteAt: instant("minute_at").notNull().defaultNow(),
    minuteCalls: integer("minute_calls").notNull().default(0),
  },
  () => [
    check("service_tokens_scopes_known", someOf("scopes", scopes)),
    check("service_tokens_bounded", sql.raw(`calls_per_minute between ${least} and ${most} and name <> ''`)),
    check("service_tokens_hash", sql`octet_length(hash) = 32`),
    check("service_tokens_revoked", sql`(revoked_at is null) = (revoked_email is null)`),
  ],
);
