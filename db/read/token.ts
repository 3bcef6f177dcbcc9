import "server-only";
import { desc, sql } from "drizzle-orm";
import { db } from "#db/client";
import { serviceTokens } from "#db/schema/token";
import type { Token } from "#lib/token";

const most = 200;

/** The tokens that apps call with, the newest first; of each whether it is good for a call on a day. */
export function listTokens(today: string): Promise<Token[]> {
  const { prefix, name, scopes, callsPerMinute, expiresOn } = serviceTokens;
  const { createdAt, createdEmail, revokedAt, revokedEmail, lastUsedAt } = serviceTokens;
  const state = sql<Token["state"]>`case when ${revokedAt} is not null then 'revoked'
    when ${expiresOn} < ${today} then 'expired' else 'live' end`;
  return db
    .select({
      ...{ prefix, name, scopes, callsPerMinute, expiresOn, state },
      ...{ createdAt, createdEmail, revokedAt, revokedEmail, lastUsedAt },
    })
    .from(serviceTokens)
    .orderBy(desc(createdAt))
    .limit(most);
}
