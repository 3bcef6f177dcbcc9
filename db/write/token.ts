import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { Refused } from "#db/refused";
import { serviceTokens } from "#db/schema/token";
import { type Added, add } from "#db/write/addition";
import { hashOf } from "#db/write/token-call";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { readToken, type TypedToken } from "#lib/token";

const written = { needs: "token:manage", module: "settings" } as const;

type Refusals = { ok: false; refusals: [Refusal, ...Refusal[]] };
/** A token that was made: how it begins, and all of it, which is told this once and kept nowhere. */
export type MadeToken = { prefix: string; token: string };

/** Makes a token, as it was typed on a day; the same form again makes none and tells none. */
export async function createToken(
  actor: Actor,
  typed: TypedToken,
  key: string,
  today: string,
): Promise<({ ok: true } & MadeToken) | Refusals> {
  const token = newToken();
  const said = { did: "token.created", ...typed };
  const outcome = await add(actor, { ...written, said, key }, async (tx) => {
    const read = readToken(typed, today);
    if (!read.ok) throw new Refused(read.faults);
    const { name, scopes, callsPerMinute, expiresOn } = read;
    const row = { ...{ name, scopes, callsPerMinute, expiresOn }, prefix: token.prefix, hash: hashOf(token.token) };
    await tx.insert(serviceTokens).values({ ...row, createdEmail: actor.email });
    const details = { token: token.prefix, token_name: name, scopes, calls: callsPerMinute, expires_on: expiresOn };
    return { code: token.prefix, deed: { action: "token.created", module: written.module, details } };
  });
  if (!outcome.ok) return outcome;
  // What an earlier form made was told then.
  if (outcome.code !== token.prefix) return { ok: false, refusals: [{ rule: "told_once", values: { token: outcome.code } }] };
  return { ok: true, ...token };
}

/** Ends a token for ever: from now on calls with it are refused. */
export async function revokeToken(actor: Actor, prefix: string, key: string): Promise<Added> {
  return add(actor, { ...written, said: { did: "token.revoked", prefix }, key }, async (tx) => {
    const [revoked] = await tx
      .update(serviceTokens)
      .set({ revokedAt: sql`now()`, revokedEmail: actor.email })
      .where(and(eq(serviceTokens.prefix, prefix), isNull(serviceTokens.revokedAt)))
      .returning({ name: serviceTokens.name });
    if (revoked === undefined) throw new Refused([{ rule: "token_over" }]);
    const details = { token: prefix, token_name: revoked.name };
    return { code: prefix, deed: { action: "token.revoked", module: written.module, details } };
  });
}

function newToken(): MadeToken {
  const prefix = `cartera_${randomBytes(4).toString("hex")}`;
  return { prefix, token: `${prefix}_${randomBytes(32).toString("base64url")}` };
}
