import type { FieldFormState } from "#lib/form";
import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { answerWith } from "#app/answer";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { currentWords } from "#app/words";
import { findCatalogueWritten } from "#db/read/written";
import type { CatalogueOutcome } from "#db/write/catalogue";
import { type Fields, inputsOf } from "#lib/catalogue/field";
import type { FaultWord } from "#lib/catalogue/read";
import { wordFault } from "#lib/catalogue/words";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { isUuid } from "#lib/domain/uuid";
import { offeringRefusalWords } from "#lib/messages/offering";
import { refusalSentence } from "#lib/messages/refusal";
import type { Way } from "#lib/way";

/** As much as anybody types; the fields themselves say how much of it they take. */
const text = z.string().max(100_000).default("");

/** A form of some fields, with what else it sends; what was typed of the fields is its `typed`. */
export function formSchema<Shape extends z.ZodRawShape>(fields: Fields, shape: Shape) {
  const names = Object.entries(fields).flatMap(([name, field]) => inputsOf(name, field));
  const typed = z.object(Object.fromEntries(names.map((name) => [name, text])));
  return z.preprocess((sent) => ({ ...(sent as object), typed: sent }), z.object({ ...shape, key: z.uuid(), typed }));
}

type Written = CatalogueOutcome & { ok: true };

/** What a form of the catalogue does: done, it leads on; refused, it comes back with the reasons and all that was typed. */
export const writing =
  <Input>(write: (actor: Actor, input: Input) => Promise<CatalogueOutcome>, leadTo: (input: Input, written: Written) => string) =>
  async (actor: Actor, input: Input | undefined, form: FormData): Promise<FieldFormState> => {
    if (input === undefined) return refuseForm([{ rule: "broken" }], form);
    const outcome = await write(actor, input);
    if (outcome.ok) redirect(leadTo(input, outcome));
    // What stands on the page has changed under it.
    if (outcome.refusals.some(({ rule }) => rule.startsWith("edited"))) refresh();
    return refuseForm(outcome.refusals, form);
  };

/** What the form came to whose key the address carries. */
export async function savedIn({ saved }: Search): Promise<string | undefined> {
  const [actor, { t }] = await Promise.all([requireActor(), currentWords()]);
  const written = typeof saved === "string" && isUuid(saved) ? await findCatalogueWritten(actor, saved) : undefined;
  if (written === undefined || written.did === "offer.remove") return undefined;
  return t(`offering_did.${written.did.replace(".", "_")}` as never);
}

async function refuseForm(refusals: readonly Refusal[], form: FormData): Promise<FieldFormState> {
  answerWith(statusOf(refusals));
  const way = await currentWay();
  const faults = refusals.flatMap(({ rule, values = {} }) => (rule === "fault" ? [values] : []));
  const others = refusals.filter(({ rule }) => rule !== "fault").map((refusal) => sayRefusal(refusal, way));
  return {
    sentences: faults.length > 0 ? [way.t("offering_refusal.correct"), ...others] : others,
    // Only the first fault of a field.
    faults: Object.fromEntries(
      faults
        .map(({ field, word, ...values }) => [
          field,
          wordFault({ word: word as FaultWord, values: values as Record<string, string | number> }, way.t),
        ])
        .toReversed(),
    ),
    typed: typedIn(form),
  };
}

function sayRefusal({ rule, values = {} }: Refusal, { language, t, format }: Way): string {
  if (!Object.hasOwn(offeringRefusalWords.en, rule)) return refusalSentence({ rule, values }, "offer", language, format.money);
  const { at } = values;
  const said = { ...values, ...(typeof at === "string" && { at: format.moment(new Date(at)) }) };
  return t(`offering_refusal.${rule}` as never, said as never);
}

function statusOf(refusals: readonly Refusal[]): 400 | 403 | 404 | 409 {
  const rules = refusals.map(({ rule }) => rule);
  if (rules.includes("permission")) return 403;
  if (rules.includes("unknown")) return 404;
  return rules.every((rule) => ["fault", "broken", "id_not_typed"].includes(rule)) ? 400 : 409;
}

/** What one typed or chose, as it was; the framework's own fields begin with $. */
function typedIn(form: FormData): FieldFormState["typed"] {
  return Object.fromEntries(
    [...form].flatMap(([key, value]) => (typeof value === "string" && !key.startsWith("$") ? [[key, value]] : [])),
  );
}
