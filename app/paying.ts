import type { FieldFormState } from "#lib/form";
import "server-only";
import { answerWith } from "#app/answer";
import { currentWay } from "#app/way";
import { previewReversal } from "#db/read/reversal-preview";
import type { Permission } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { type ShownForeseen, wordForeseen } from "#lib/foreseen/words";
import { payingRefusalWords } from "#lib/messages/paying";
import { refusalSentence } from "#lib/messages/refusal";
import { fieldOfRule } from "#lib/paying";
import type { Way } from "#lib/way";

/** A refused form that makes a payment or a promise, as its page shows it again: why, and all that was typed. */
export async function refusePaying(refusals: readonly Refusal[], form: FormData): Promise<FieldFormState> {
  answerWith(statusOf(refusals));
  const way = await currentWay();
  const about = (rule: string) => (Object.hasOwn(fieldOfRule, rule) ? fieldOfRule[rule] : undefined);
  const faults = refusals.flatMap((refusal) => {
    const field = about(refusal.rule);
    return field === undefined ? [] : [[field, sayPaying(refusal, way)] as const];
  });
  const others = refusals.filter(({ rule }) => about(rule) === undefined).map((refusal) => sayPaying(refusal, way));
  const sentences = faults.length > 0 ? [way.t("paying_refusal.correct"), ...others] : others;
  return { sentences, faults: Object.fromEntries(faults), typed: typedIn(form) };
}

/** What one typed or chose, as it was; the framework's own fields begin with $. */
export function typedIn(form: FormData): FieldFormState["typed"] {
  return Object.fromEntries(
    [...form].flatMap(([key, value]) => (typeof value === "string" && !key.startsWith("$") ? [[key, value]] : [])),
  );
}

/** A refusal of such a form, or of the confirmation that is to follow, as a sentence. */
export function sayPaying({ rule, values = {} }: Refusal, { language, t, format }: Way): string {
  if (rule === "amount_unreadable") return t(`amount.${values["fault"]}` as never, values as never);
  if (!Object.hasOwn(payingRefusalWords.en, rule))
    return refusalSentence({ rule, values }, "pre_payment", language, format.money);
  const shown = Object.entries(values).map(([name, value]) => {
    if (typeof value === "bigint") return [name, format.money(value)];
    return [name, typeof value === "string" ? format.plainDay(value) : value];
  });
  return t(`paying_refusal.${rule}` as never, Object.fromEntries(shown) as never);
}

function statusOf(refusals: readonly Refusal[]): 400 | 403 | 404 | 409 {
  const rules = refusals.map(({ rule }) => rule);
  if (rules.includes("permission")) return 403;
  if (rules.includes("unknown")) return 404;
  return rules.includes("key_reused") || rules.includes("row_over") ? 409 : 400;
}

type Reversible = {
  record: { code: string };
  moves: { possible: readonly { event: string }[]; pending: readonly unknown[] };
  may: (permission: Permission) => boolean;
};

/** What reversing a payment would change, to whoever could ask for it or decide it; undefined where it cannot be. */
export async function openReversal({ record, moves, may }: Reversible): Promise<ShownForeseen | undefined> {
  const isPossible = moves.pending.length > 0 || moves.possible.some(({ event }) => event === "reverse");
  const foreseen = may("payment:operate") && isPossible ? await previewReversal(record.code) : undefined;
  return foreseen && wordForeseen(foreseen, await currentWay());
}
