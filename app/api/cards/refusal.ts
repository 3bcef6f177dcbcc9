import "server-only";
import { currentProject } from "#app/project";
import { type CardEvent, cardMachine } from "#lib/domain/card";
import type { Refusal } from "#lib/domain/machine";
import { formatOf } from "#lib/list/format";
import { refusalSentence } from "#lib/messages/refusal";
import { type ProblemKind, type ProblemLanguage, problemOf, problemType } from "#lib/problem";

/** An answer of the API that says why it did nothing. */
export function refuse(
  kind: ProblemKind,
  language: ProblemLanguage,
  more: Parameters<typeof problemOf>[2] = {},
  headers: Record<string, string> = {},
): Response {
  const problem = problemOf(kind, language, more);
  const all = { "content-type": problemType, "content-language": language, ...headers };
  return new Response(JSON.stringify(problem), { status: problem.status, headers: all });
}

/** The same for what stands in the way of a card's event: in the sentences that an operator is told. */
export async function refuseMove(refusals: readonly Refusal[], event: CardEvent, language: ProblemLanguage): Promise<Response> {
  const reasons = refusals.map(({ rule }) => rule);
  const kind = kindOf(reasons);
  if (kind === "unknown" || kind === "key_reused") return refuse(kind, language, { reasons });
  const { money } = formatOf(language, await currentProject());
  const detail = refusals.map((refusal) => refusalSentence(refusal, "card", language, money)).join(" ");
  const allowed = reasons.some((rule) => rule.startsWith("reason_")) ? { allowed: cardMachine.events[event].reasons ?? [] } : {};
  const headers = kind === "scope" ? { "www-authenticate": `Bearer realm="cartera", error="insufficient_scope"` } : {};
  return refuse(kind, language, { detail, reasons, ...allowed }, headers);
}

function kindOf(rules: readonly string[]): ProblemKind {
  const has = (...some: string[]) => some.some((rule) => rules.includes(rule));
  if (has("unknown")) return "unknown";
  if (has("key_reused")) return "key_reused";
  if (has("scope", "operators_only")) return "scope";
  return rules.every((rule) => unsaid.includes(rule)) ? "unprocessable" : "refused";
}

const unsaid = ["reason_missing", "reason_unknown", "comment_missing", "comment_too_long"];
