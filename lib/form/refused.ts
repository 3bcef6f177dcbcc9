import { amountFaults, wordAmountFault } from "#lib/amount/typed";
import type { Refusal, Values } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import type { FieldFormState } from "#lib/form";
import { messages } from "#lib/messages/catalogue";
import { refusalSentence, shownValues } from "#lib/messages/refusal";
import type { Way } from "#lib/way";

/** Where the rules of a form have their sentences, and the entity whose machine says the others. */
type Sayable = { words: keyof (typeof messages)["en"]; entity: Entity };

/** What the forms of a page have of their own in being refused. */
export type Refusable = Sayable & {
  /** The fields that rules are about; a `fault` names its own. */
  fields?: Readonly<Record<string, string>>;
  /** What is wrong with a field; without it the `reason` is said as a rule is. */
  sayFault?: (values: Values, way: Way) => string;
  /** The rules that say no to what was typed, not to how things stand, beside `fault` and `broken`. */
  isOfTyping?: (rule: string) => boolean;
};

/** Why a form is refused, in sentences and, where it is about one of its fields, beside that; of a field the first fault. */
export function wordRefused(refusals: readonly Refusal[], of: Refusable, way: Way): Pick<FieldFormState, "sentences" | "faults"> {
  const about = refusals.map((refusal) => ({ field: fieldOf(refusal, of), refusal }));
  const faults = about.flatMap(({ field, refusal }) =>
    field === undefined ? [] : [[field, sayAbout(refusal, of, way)] as const],
  );
  const others = about.flatMap(({ field, refusal }) => (field === undefined ? [sayRefused(refusal, of, way)] : []));
  const correct = way.t(`${of.words}.correct` as never);
  return {
    sentences: faults.length > 0 ? [correct, ...others] : others,
    faults: Object.fromEntries(faults.toReversed()),
  };
}

/** The HTTP status of an answer that refuses a form. */
export function statusOf(refusals: readonly Refusal[], { isOfTyping = () => false }: Pick<Refusable, "isOfTyping"> = {}) {
  const rules = refusals.map(({ rule }) => rule);
  if (rules.includes("permission")) return 403;
  if (rules.includes("unknown")) return 404;
  return rules.every((rule) => rule === "fault" || rule === "broken" || isOfTyping(rule)) ? 400 : 409;
}

/** A refusal as a sentence: in the form's own words where it has some, else as one of the entity's events. */
export function sayRefused(refusal: Refusal, { words, entity }: Sayable, { language, t, format }: Way): string {
  const { rule, values = {}, of } = refusal;
  const amountFault = amountFaults.find((each) => each === rule);
  if (amountFault !== undefined) return wordAmountFault(amountFault, Number(values["decimals"] ?? 2), t);
  if (of !== undefined || !Object.hasOwn(messages.en[words], rule))
    return refusalSentence(refusal, entity, language, format.money);
  const { at } = values;
  const shown = {
    ...shownValues(values, entity, language, format.money),
    ...(typeof at === "string" && { at: format.moment(new Date(at)) }),
  };
  return t(`${words}.${rule}` as never, shown as never);
}

function fieldOf({ rule, values = {} }: Refusal, { fields = {} }: Refusable): string | undefined {
  if (rule === "fault") return String(values["field"]);
  return Object.hasOwn(fields, rule) ? fields[rule] : undefined;
}

function sayAbout(refusal: Refusal, of: Refusable, way: Way): string {
  const { rule, values = {} } = refusal;
  if (rule !== "fault") return sayRefused(refusal, of, way);
  return of.sayFault?.(values, way) ?? sayRefused({ rule: String(values["reason"]), values }, of, way);
}
