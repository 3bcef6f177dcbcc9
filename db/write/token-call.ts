import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "#db/client";
import { question } from "#db/question";
import type { Service } from "#lib/domain/actor";

/** Who calls with a token; that there is no such token, or none any more; that it has called often enough for now. */
export type Caller =
  | { kind: "service"; service: Service }
  | { kind: "unknown" }
  | { kind: "too_many" /** Seconds. */; retryAfter: number };

/**
 * Finds a token by its hash and counts the call. A token's minute begins with a call and lets so many pass: one statement
 * on one row, which processes that count at once wait for, so that none is let pass twice; and it is known when to try again.
 */
export async function countCall(token: string, ip: string): Promise<Caller> {
  const hash = hashOf(token);
  const [found] = await count(db, { hash });
  if (found !== undefined) {
    const { id, name, prefix, scopes } = found;
    return {
      kind: "service",
      service: { subject: `service:${id}`, email: `service: ${name} (${prefix})`, role: null, ip, scopes },
    };
  }
  const [waiting] = await askToWait(db, { hash });
  return waiting === undefined ? { kind: "unknown" } : { kind: "too_many", retryAfter: Math.max(1, waiting.seconds) };
}

/** Of 256 random bits nobody finds a token by its hash, however fast hashes are made: it needs neither salt nor slowness. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

const isLive = sql`hash = ${sql.placeholder("hash")} and revoked_at is null
  and (expires_on is null or expires_on >= (select (now() at time zone time_zone)::date from projects))`;
const isSameMinute = sql`minute_at > now() - interval '1 minute'`;

const count = question<{ id: string; name: string; prefix: string; scopes: string[] }>(
  "count_call",
  sql`update service_tokens set last_used_at = now(),
      minute_calls = case when ${isSameMinute} then minute_calls + 1 else 1 end,
      minute_at = case when ${isSameMinute} then minute_at else now() end
    where ${isLive} and not (${isSameMinute} and minute_calls >= calls_per_minute)
    returning id, name, prefix, scopes`,
);

const askToWait = question<{ seconds: number }>(
  "ask_to_wait",
  sql`select ceil(extract(epoch from minute_at + interval '1 minute' - now()))::int as seconds from service_tokens where ${isLive}`,
);
