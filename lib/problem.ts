import { problemWords } from "#lib/messages/problem";

/** The problems that the API answers with, and the HTTP status of each. */
const statuses = {
  key_missing: 400,
  body_unreadable: 400,
  token: 401,
  scope: 403,
  unknown: 404,
  method: 405,
  refused: 409,
  length: 411,
  too_large: 413,
  media_type: 415,
  misdirected: 421,
  unprocessable: 422,
  key_reused: 422,
  too_many: 429,
  failed: 500,
} as const;
export type ProblemKind = keyof typeof statuses;

/** A problem as RFC 9457 has it; `reasons` are the rules that said no, `allowed` the reasons that the event takes. */
export type Problem = {
  type: `urn:cartera:problem:${ProblemKind}`;
  title: string;
  status: (typeof statuses)[ProblemKind];
  detail: string;
  reasons?: readonly string[];
  allowed?: readonly string[];
};

export const problemType = "application/problem+json";

export type ProblemLanguage = keyof typeof problemWords;

type Words = Readonly<Record<ProblemKind, string> & Partial<Record<`${ProblemKind}_why`, string>>>;
type More = Partial<Pick<Problem, "detail" | "reasons" | "allowed">> & { values?: Readonly<Record<string, string>> };

/** A problem in words; the sentence is its own, with values put in, unless another is given. */
export function problemOf(kind: ProblemKind, language: ProblemLanguage, { values = {}, ...more }: More = {}): Problem {
  const words: Words = problemWords[language];
  const title = words[kind];
  const detail = (words[`${kind}_why`] ?? title).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  return { type: `urn:cartera:problem:${kind}`, title, status: statuses[kind], detail, ...more };
}

/** The language that a header Accept-Language asks for first. */
export function languageAsked(accepted: string | null | undefined): ProblemLanguage {
  return /^\s*es\b/i.test(accepted ?? "") ? "es" : "en";
}
