import "server-only";
import { z } from "zod";
import { words } from "#app/action";
import { refuse, refuseMove } from "#app/api/cards/refusal";
import { currentIp } from "#app/session";
import { moveByToken } from "#db/move/by-token";
import type { Done } from "#db/move/moving";
import { countCall } from "#db/write/token-call";
import { type CardEvent, cardMachine } from "#lib/domain/card";
import { isCode } from "#lib/domain/code";
import { languageAsked, type ProblemLanguage } from "#lib/problem";

type Asked = { id: string; event: string };

/** Where an app calls for an event of a card, with its token; whatever it sends, the answer is JSON. */
export async function cardCall(request: Request, { params }: { params: Promise<Asked> }): Promise<Response> {
  const language = languageAsked(request.headers.get("accept-language"));
  try {
    return await answerCall(request, await params, language);
  } catch (error) {
    console.error(error);
    return refuse("failed", language);
  }
}

async function answerCall(request: Request, { id, event }: Asked, language: ProblemLanguage): Promise<Response> {
  const { headers } = request;
  const [, token = ""] = /^Bearer +(cartera_[0-9a-f]{8}_[\w-]{43})$/i.exec(headers.get("authorization") ?? "") ?? [];
  const caller = await countCall(token, await currentIp());
  if (caller.kind === "unknown") {
    const error = headers.has("authorization") ? ', error="invalid_token"' : "";
    return refuse("token", language, {}, { "www-authenticate": `Bearer realm="cartera"${error}` });
  }
  if (caller.kind === "too_many") return refuse("too_many", language, {}, { "retry-after": `${caller.retryAfter}` });
  if (!isJson.test(headers.get("content-type") ?? "")) return refuse("media_type", language);
  const key = headers.get("idempotency-key") ?? "";
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return refuse("key_missing", language);
  const said = await readBody(request);
  if (said === undefined) return refuse("body_unreadable", language);
  if (!isCode("card", id) || !isCardEvent(event)) return refuse("unknown", language);
  const outcome = await moveByToken(caller.service, { code: id, event, ...said }, key);
  return outcome.ok ? moved(outcome.done) : refuseMove(outcome.refusals, event, language);
}

const isJson = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const isCardEvent = (event: string): event is CardEvent => Object.hasOwn(cardMachine.events, event);

/** How long a comment may be is the machine's to say; the server in front bounds the whole. */
const body = z.strictObject({ reason: z.string().optional(), comment: words.optional() });

async function readBody(request: Request): Promise<z.output<typeof body> | undefined> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer());
    return body.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The card's own move, and what followed from it. */
function moved([own, ...others]: Done[]): Response {
  if (own === undefined) throw new Error("a card was moved without a move");
  const followed = others.map(({ entity, code, event, from, to }) => ({ entity, record: code, event, from, status: to }));
  return Response.json({ card: own.code, status: own.to, event: own.event, from: own.from, followed });
}
