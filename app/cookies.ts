import "server-only";
import { environment } from "#app/env";

const uses = ["session", "callback", "csrf", "pkce", "state", "nonce"] as const;
type Use = (typeof uses)[number];

/** Over https the browser itself keeps these from other hosts; on loopback, whose ports share cookies, the name does. */
export function cookieName(use: Use): string {
  const { CARTERA_URL: url } = environment();
  return isSecure() ? `__Host-cartera.${use}` : `cartera-${url.port}.${use}`;
}

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

export const allCookieNames = () => uses.map(cookieName);

const isSecure = () => environment().CARTERA_URL.protocol === "https:";
