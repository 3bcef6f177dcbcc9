import type { FieldFormState } from "#lib/form";
import "server-only";
import { answerWith } from "#app/answer";
import { currentWords } from "#app/words";
import type { Refusal } from "#lib/domain/machine";

/** A refused form of a token as its page shows it again: why, and all that was typed. */
export async function refuseTokenForm(refusals: readonly Refusal[], form: FormData): Promise<FieldFormState> {
  const { t } = await currentWords();
  const rules = refusals.map(({ rule }) => rule);
  answerWith(rules.includes("permission") ? 403 : rules.every((rule) => rule === "fault" || rule === "broken") ? 400 : 409);
  const faults = refusals.flatMap(({ rule, values = {} }) =>
    rule === "fault" ? [[String(values["field"]), t(`token.fault_${values["field"]}` as never, values as never)] as const] : [],
  );
  const others = refusals.filter(({ rule }) => rule !== "fault").map(({ rule, values }) => t(wordOf(rule), values as never));
  const typed = [...form].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value]] : []));
  return {
    sentences: faults.length > 0 ? [t("token.correct"), ...others] : others,
    faults: Object.fromEntries(faults),
    typed: Object.fromEntries(typed),
  };
}

const wordOf = (rule: string) => (rule in own ? own[rule as keyof typeof own] : "token.broken");
const own = {
  broken: "token.broken",
  told_once: "token.told_once",
  token_over: "token.token_over",
  permission: "shell.no_permission",
  key_reused: "settings.key_reused",
} as const;
