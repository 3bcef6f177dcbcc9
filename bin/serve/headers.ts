import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

type Surroundings = { own: URL; issuer: URL; isDev: boolean; trustsProxy: boolean };

/** Sets what every response carries, files and refusals included; pages that differ set their own afterwards. */
export function protect(request: IncomingMessage, response: ServerResponse, { own, issuer, isDev, trustsProxy }: Surroundings) {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    // A form leads through the sign-in provider, and a browser holds the policy against that too.
    `form-action 'self' ${issuer.origin}`,
    "frame-ancestors 'none'",
  ].join("; ");
  response.setHeader("content-security-policy", policy);
  response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("permissions-policy", "camera=(), geolocation=(), microphone=()");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  if (!request.url?.startsWith("/_next/static/")) response.setHeader("cache-control", "no-store");
  tell(request, policy, own, trustsProxy);
}

/** What the pages read of a request, written by us over whatever came from outside. */
function tell({ method, headers, socket, url }: IncomingMessage, policy: string, own: URL, trustsProxy: boolean) {
  const forwarded = trustsProxy
    ? String(headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : undefined;
  for (const name of Object.keys(headers))
    if (/^x-(forwarded|middleware|cartera|matched|invoke|nextjs)/.test(name)) delete headers[name];
  headers["content-security-policy"] = policy;
  headers["x-cartera-ip"] = forwarded || socket.remoteAddress || "unknown";
  // Where a form was sent from is a page; where it is sent to is none to come back to.
  headers["x-cartera-path"] = (method === "POST" ? pathIn(headers.referer, own) : url) ?? "/";
  headers["x-forwarded-host"] = own.host;
  headers["x-forwarded-proto"] = own.protocol.slice(0, -1);
}

function pathIn(referer: string | undefined, own: URL): string | undefined {
  return referer?.startsWith(`${own.origin}/`) ? referer.slice(own.origin.length) : undefined;
}
