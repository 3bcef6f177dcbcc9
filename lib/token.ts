import { parseDay } from "#lib/domain/day";
import type { Refusal } from "#lib/domain/machine";
import { callsPerMinute, longestTokenName, scopes } from "#lib/domain/token";
import type { FieldFormSent, FieldFormState, Sent } from "#lib/form";
import type { Way } from "#lib/way";

/** A token as its form sends it; of the scopes those that were ticked. */
export type TypedToken = { name: string; scopes: readonly string[]; calls: string; expires: string };

type NewToken = { name: string; scopes: string[]; callsPerMinute: number; expiresOn: string | null };

/** Reads a token as it was typed on a day, or all that is wrong with it, by field. */
export function readToken(
  { name, scopes: ticked, calls, expires }: TypedToken,
  today: string,
): ({ ok: true } & NewToken) | { ok: false; faults: [Refusal, ...Refusal[]] } {
  const chosen = scopes.filter((scope) => ticked.includes(scope));
  const count = /^\d{1,5}$/.test(calls) ? Number(calls) : 0;
  const { least, most } = callsPerMinute;
  const expiresOn = expires === "" ? null : parseDay(expires);
  const [first, ...others] = [
    ...(name === "" || name.length > longestTokenName ? [faultOf("name", { most: longestTokenName })] : []),
    ...(chosen.length === 0 ? [faultOf("scopes")] : []),
    ...(count < least || count > most ? [faultOf("calls", { least, most })] : []),
    ...(expiresOn === undefined || (expiresOn !== null && expiresOn < today) ? [faultOf("expires")] : []),
  ];
  if (first !== undefined || expiresOn === undefined) return { ok: false, faults: [first ?? faultOf("expires"), ...others] };
  return { ok: true, name, scopes: chosen, callsPerMinute: count, expiresOn };
}

const faultOf = (field: keyof TypedToken, values: Readonly<Record<string, number>> = {}): Refusal => ({
  rule: "fault",
  values: { field, ...values },
});

/** A token as it is kept, but for its hash. */
export type Token = {
  prefix: string;
  name: string;
  scopes: readonly string[];
  callsPerMinute: number;
  expiresOn: string | null;
  createdAt: string;
  createdEmail: string;
  revokedAt: string | null;
  revokedEmail: string | null;
  lastUsedAt: string | null;
  state: "live" | "expired" | "revoked";
};

/** The form of a new token as it comes back: refused, or, this once, with the token that it made. */
export type TokenState = FieldFormState & { made?: { title: string; token: string } };
export type TokenAction = (before: TokenState | null, form: FormData) => Promise<TokenState>;

/** The tokens as their page is handed them; one that is over has nothing to revoke. */
export type ShownTokens = Way & {
  told: readonly string[];
  create: { action: TokenAction; sent: Sent };
  tokens: readonly (Token & { revoke: FieldFormSent | undefined })[];
};
