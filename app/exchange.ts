import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { seeOther } from "#app/action";
import { cookieName, cookieOptions } from "#app/cookies";
import { environment } from "#app/env";
import { authOptions } from "#app/oidc";
import { ownPath, ownPathOf } from "#app/own-path";

/** What can go wrong on the way to the provider and back, without anybody being refused. */
export const mishaps = ["cancelled", "unreachable", "unfinished"] as const;

/** Sends the browser to the provider, to come back to the path; the parameters go into the provider's address. */
export async function beginSignIn(next: string, parameters: Record<string, string>): Promise<Response> {
  const { CARTERA_URL: url, NEXTAUTH_SECRET: secret } = environment();
  const callbackUrl = url.origin + ownPath(next);
  // The server in front refuses other sites' forms; next-auth's own token for that is made and used up here.
  const csrfToken = randomBytes(32).toString("hex");
  const proof = createHash("sha256")
    .update(csrfToken + secret)
    .digest("hex");
  const jar = await cookies();
  jar.set(cookieName("csrf"), `${csrfToken}|${proof}`, cookieOptions());
  jar.set(cookieName("callback"), callbackUrl, cookieOptions());
  const body = new URLSearchParams({ csrfToken, callbackUrl });
  return exchange("signin", new URLSearchParams(parameters), { method: "POST", body });
}

const answers = ["code", "state", "iss", "session_state", "error"];
/** Without blanks or control characters: what is wrong with an answer is logged with it. */
const wellFormed = /^[\x21-\x7e]{1,4096}$/;

/** Takes the provider's answer: a session and the page asked for, or the sign-in page with what went wrong. */
export function endSignIn(search: URLSearchParams): Promise<Response> {
  const answer = new URLSearchParams();
  for (const key of answers) {
    const value = search.get(key) ?? "";
    if (wellFormed.test(value)) answer.set(key, value);
  }
  return exchange("callback", answer, { method: "GET" });
}

async function exchange(
  action: "signin" | "callback",
  search: URLSearchParams,
  init: { method: string; body?: URLSearchParams },
) {
  const { origin } = environment().CARTERA_URL;
  process.env["NEXTAUTH_URL"] = origin;
  const request = new NextRequest(`${origin}/api/auth/${action}/company?${search}`, init);
  const response: Response = await NextAuth(request, { params: { nextauth: [action, "company"] } }, authOptions());
  const location = response.headers.get("location");
  // next-auth's own pages are not served: where it leads to one, something went wrong.
  const went = location !== null && !location.startsWith(`${origin}/api/auth/`);
  const onward = seeOther(went ? location : await mishapAddress(problemOf(action, search)));
  for (const cookie of response.headers.getSetCookie()) onward.headers.append("set-cookie", cookie);
  return onward;
}

async function mishapAddress(error: (typeof mishaps)[number]) {
  const next = (await cookies()).get(cookieName("callback"))?.value ?? "";
  return `/sign-in?${new URLSearchParams({ error, next: ownPathOf(next, environment().CARTERA_URL.origin) })}`;
}

function problemOf(action: "signin" | "callback", search: URLSearchParams) {
  if (action === "signin") return "unreachable";
  return search.get("error") === "access_denied" ? "cancelled" : "unfinished";
}
