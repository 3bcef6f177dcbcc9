import type { FieldFormState } from "#lib/form";
import "server-only";
import { answerWith } from "#app/answer";
import { currentWay } from "#app/way";
import { amountFaults } from "#lib/amount/typed";
import type { Refusal, Values } from "#lib/domain/machine";
import { cardFormRefusalWords } from "#lib/messages/card-form";
import { refusalSentence, shownValues } from "#lib/messages/refusal";

/** A refused form of a card account or a card as its page shows it again: why, and all that was typed. */
export async function refuseCardForm(refusals: readonly Refusal[], form: FormData): Promise<FieldFormState> {
  answerWith(statusOf(refusals));
  const { language, t, format } = await currentWay();
  const { money } = format;
  const say = (rule: string, values: Values) => {
    if ((amountFaults as readonly string[]).includes(rule)) return t(`amount.${rule}` as never, values as never);
    if (!Object.hasOwn(cardFormRefusalWords.en, rule)) return refusalSentence({ rule, values }, "account", language, money);
    return t(`card_form.${rule}` as never, shownValues(values, "account", language, money) as never);
  };
  const faults = refusals.flatMap(({ rule, values = {} }) =>
    rule === "fault" ? [[String(values["field"]), say(String(values["reason"]), values)] as const] : [],
  );
  const others = refusals.filter(({ rule }) => rule !== "fault").map(({ rule, values = {} }) => say(rule, values));
  const sentences = faults.length > 0 ? [t("card_form.correct"), ...others] : others;
  const typed = [...form].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value]] : []));
  return { sentences, faults: Object.fromEntries(faults), typed: Object.fromEntries(typed) };
}

function statusOf(refusals: readonly Refusal[]): 400 | 403 | 404 | 409 {
  const rules = refusals.map(({ rule }) => rule);
  if (rules.includes("permission")) return 403;
  if (rules.includes("unknown")) return 404;
  return rules.every((rule) => rule === "fault" || rule === "broken") ? 400 : 409;
}
