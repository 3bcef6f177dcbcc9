import type { IncomingMessage } from "node:http";

/** `type` is what the words are, plain text unless said. */
export type Refused = { status: number; because: string; type?: string; location?: string; allow?: string };

const methods = ["GET", "HEAD", "POST"];
const longestAddress = 8_192;
/** A form of ours is small; only a file to import is large, and its own reader bounds it. */
const largestForm = 1_000_000;

/** Why a request goes no further than the door; undefined for one that may go on. */
export function refuse(request: IncomingMessage, own: URL): Refused | undefined {
  const { method = "", url = "/", headers } = request;
  if (!methods.includes(method)) return { status: 405, because: "This method is not used here.", allow: methods.join(", ") };
  if (url.length > longestAddress) return { status: 414, because: "This address is too long." };
  if (!isReadable(url)) return { status: 400, because: "This address has characters that no address of ours has." };
  if (url.startsWith("/api/health/")) return undefined;
  if (method === "POST") return refuseForm(request, own);
  if (headers.host !== own.host)
    return { status: 308, because: "This app is reached under another address.", location: new URL(url, own).href };
  return undefined;
}

/** Only a page of ours may post: Next itself lets a missing Origin and a forged X-Forwarded-Host pass. */
function refuseForm({ headers, url = "" }: IncomingMessage, own: URL): Refused | undefined {
  const isForeign =
    headers.host !== own.host ||
    headers.origin !== own.origin ||
    (headers["sec-fetch-site"] ?? "same-origin") !== "same-origin" ||
    (headers["x-forwarded-host"] ?? own.host) !== own.host;
  if (isForeign)
    return {
      status: 403,
      because: "This form was not sent from a page of this app. Open the page again and send it from there.",
    };
  const length = Number(headers["content-length"]);
  if (url === "/import/check") return undefined;
  if (!Number.isInteger(length)) return { status: 411, because: "This form does not say how long it is." };
  return length > largestForm ? { status: 413, because: "This form is too large." } : undefined;
}

function isReadable(url: string): boolean {
  if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\")) return false;
  try {
    return !/\0/.test(decodeURIComponent(url.replaceAll("+", " ")));
  } catch {
    return false;
  }
}
