import type { IncomingMessage } from "node:http";
import type { Refused } from "#bin/serve/refuse";
import { languageAsked, type ProblemKind, problemOf, problemType } from "#lib/problem";

/** Where apps call with a token. */
export const isCall = (url = ""): boolean => /^\/api\/cards(?![^/?])/.test(url);

/** Sixteen times the longest comment. */
const largestBody = 16_000;

/** Why a call of an app goes no further than the door, told as the API tells it; undefined for one that may go on. */
export function refuseCall({ method, url = "/", headers }: IncomingMessage, own: URL): Refused | undefined {
  const refuse = (kind: ProblemKind, values: Record<string, string> = {}): Refused => {
    const problem = problemOf(kind, languageAsked(headers["accept-language"]), { values });
    return { status: problem.status, because: JSON.stringify(problem), type: problemType };
  };
  if (method !== "POST") return { ...refuse("method"), allow: "POST" };
  if (!isCardEvent.test(url)) return refuse("unknown");
  if (headers.host !== own.host) return refuse("misdirected", { origin: own.origin });
  if (headers["transfer-encoding"] !== undefined) return refuse("length");
  return Number(headers["content-length"] ?? 0) > largestBody ? refuse("too_large", { most: `${largestBody}` }) : undefined;
}

/** What has another form names no card and no event. */
const isCardEvent = /^\/api\/cards\/[\w-]{1,40}\/\w{1,40}(\?|$)/;
