import type { Entity } from "#lib/domain/machines";
import { valuesFrom } from "#lib/history";
import { statusWords } from "#lib/messages/catalogue";
import { causeClause } from "#lib/messages/cause";
import { machineWords } from "#lib/messages/machines";
import type { Way } from "#lib/way";

type Followed = {
  entity: Entity;
  code: string;
  event: string;
  to: string;
  cause?: { rule: string; values: Readonly<Record<string, string | number>> };
};
type Came = { did: string; done: readonly Followed[]; unverified?: readonly ("phone" | "email")[] };

/** What a form of a customer's page came to, in sentences: what it did, and what followed because of which rule. */
export function wordWritten({ did, done, unverified = [] }: Came, { language, t, format }: Way): string[] {
  const then = done.map(({ entity, code, event, to, cause }) =>
    t("profile_did.followed", {
      record: code,
      event: labelIn(machineWords[language][entity].events, event),
      state: labelIn(statusWords[language][entity], to),
      cause: cause === undefined ? "" : causeClause(cause.rule, valuesFrom(cause.values), language, format),
    }),
  );
  const lost = unverified.map((field) => t(`profile_did.unverified_${field}`));
  return [t(`profile_did.${did.replace(".", "_")}` as never), ...lost, ...then];
}

const labelIn = (words: Readonly<Record<string, { label: string }>>, word: string) => words[word]?.label ?? word;
