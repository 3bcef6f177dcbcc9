import type { FieldFormState } from "#lib/form";
import "server-only";
import { answerWith } from "#app/answer";
import { currentWay } from "#app/way";
import type { Refusal } from "#lib/domain/machine";
import { profileRefusalWords } from "#lib/messages/profile";
import { refusalSentence } from "#lib/messages/refusal";
import type { Way } from "#lib/way";

/** A refused form as its page shows it again: why, and all that was typed. */
export async function refuseForm(refusals: readonly Refusal[], form: FormData): Promise<FieldFormState> {
  answerWith(statusOf(refusals));
  const way = await currentWay();
  const faults = refusals.flatMap((refusal) => (refusal.rule === "fault" ? [faultOf(refusal, way)] : []));
  const others = refusals.filter(({ rule }) => rule !== "fault").map((refusal) => sayRefusal(refusal, way));
  const sentences = faults.length > 0 ? [way.t("profile_refusal.correct"), ...others] : others;
  return { sentences, faults: Object.fromEntries(faults), typed: typedIn(form) };
}

/** A refusal of a form of a customer's page, or of any event, as a sentence. */
function sayRefusal({ rule, values = {} }: Refusal, { language, t, format }: Way): string {
  if (!Object.hasOwn(profileRefusalWords.en, rule)) return refusalSentence({ rule, values }, "customer", language, format.money);
  const { at, requirement } = values;
  return t(
    `profile_refusal.${rule}` as never,
    {
      ...values,
      ...(typeof at === "string" && { at: format.moment(new Date(at)) }),
      ...(typeof requirement === "string" && { requirement: t(`requirement.${requirement}` as never) }),
    } as never,
  );
}

const faultOf = ({ values = {} }: Refusal, { t }: Way): [field: string, sentence: string] => [
  String(values["field"]),
  t(`import_reason.${values["reason"]}` as never),
];

function statusOf(refusals: readonly Refusal[]): 400 | 403 | 404 | 409 {
  const rules = refusals.map(({ rule }) => rule);
  if (rules.includes("permission")) return 403;
  if (rules.includes("unknown")) return 404;
  return rules.every((rule) => rule === "fault" || rule === "broken" || /_(missing|too_long)$/.test(rule)) ? 400 : 409;
}

/** What one typed or chose, as it was; the framework's own fields begin with $. */
function typedIn(form: FormData): FieldFormState["typed"] {
  return Object.fromEntries(
    [...form].flatMap(([key, value]) => (typeof value === "string" && !key.startsWith("$") ? [[key, value]] : [])),
  );
}
