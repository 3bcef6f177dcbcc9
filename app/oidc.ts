import "server-only";
import type { AuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { admit, type Claims, claimsSchema } from "#app/claims";
import { cookieName, cookieOptions } from "#app/cookies";
import { environment } from "#app/env";
import { ownPathOf } from "#app/own-path";
import { currentIp } from "#app/session";
import { openSession, recordRefusal } from "#db/write/session";

const eightHours = 8 * 60 * 60;
const quarterHour = 15 * 60;

/** How next-auth signs in with the company's provider; what it leaves unchecked is checked in `admit`. */
export function authOptions(): AuthOptions {
  const { NEXTAUTH_SECRET: secret } = environment();
  return {
    secret,
    providers: [company()],
    session: { strategy: "jwt", maxAge: eightHours },
    jwt: { maxAge: eightHours },
    cookies: {
      sessionToken: cookie("session"),
      callbackUrl: cookie("callback"),
      csrfToken: cookie("csrf"),
      pkceCodeVerifier: cookie("pkce", quarterHour),
      state: cookie("state", quarterHour),
      nonce: cookie("nonce", quarterHour),
    },
    logger: { error: logError, warn: () => undefined, debug: () => undefined },
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + ownPathOf(url, baseUrl),
      signIn: async ({ profile }) => {
        const { claims, admission } = read(profile);
        if (admission.ok) return true;
        await recordRefusal({ ...personOf(claims), role: null, ip: await currentIp() }, admission.because);
        return `${environment().CARTERA_URL.origin}/sign-in?error=${admission.because}`;
      },
      jwt: async ({ account, profile }) => {
        const { claims, admission } = read(profile);
        if (!admission.ok || !account?.id_token) throw new Error("a token for nobody who signed in");
        const actor = { ...personOf(claims), role: admission.role, ip: await currentIp() };
        return { sid: await openSession(actor, account.id_token) };
      },
    },
  };
}

function company(): OAuthConfig<Claims> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ACR } = environment();
  return {
    id: "company",
    name: "company",
    type: "oauth",
    wellKnown: `${OIDC_ISSUER}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid profile email", ...(OIDC_ACR.length > 0 && { acr_values: OIDC_ACR.join(" ") }) } },
    profile: (claims) => ({ id: claims.sub }),
  };
}

const cookie = (use: Parameters<typeof cookieName>[0], maxAge?: number) => ({
  name: cookieName(use),
  options: { ...cookieOptions(), ...(maxAge !== undefined && { maxAge }) },
});

function read(profile: unknown) {
  const { OIDC_ACR: acr, OIDC_ROLE_CLAIM: roleClaim, OIDC_ROLE_MAP: roleMap } = environment();
  const claims = claimsSchema.parse(profile);
  return { claims, admission: admit(claims, { acr, roleClaim, roleMap, nowSeconds: Date.now() / 1000 }) };
}

function personOf({ sub, name, email, preferred_username: username }: Claims) {
  return { subject: sub, email: email ?? username ?? sub, name: name ?? username ?? email ?? sub };
}

/** Only the kind of problem: next-auth's own details may hold a person's claims. */
function logError(code: string, details: Error | { error: Error }) {
  const { name, message } = "error" in details ? details.error : (details as Error);
  console.error(`sign-in: ${code}: ${name}: ${message.slice(0, 200)}`);
}
