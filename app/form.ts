import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { answerWith } from "#app/answer";
import { currentWay } from "#app/way";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import type { FieldFormState } from "#lib/form";
import { type Refusable, statusOf, wordRefused } from "#lib/form/refused";

type Written<Came> = ({ ok: true } & Came) | { ok: false; refusals: readonly Refusal[] };

/** What a form of fields does: done, it leads on; refused, it comes back with the reasons and all that was typed. */
export const writing =
  <Input, Came extends object>(
    of: Refusable,
    write: (actor: Actor, input: Input) => Promise<Written<Came>>,
    leadTo: (input: Input, came: Came) => string,
  ) =>
  async (actor: Actor, input: Input | undefined, form: FormData): Promise<FieldFormState> => {
    if (input === undefined) return refuseForm(of, [{ rule: "broken" }], form);
    const outcome = await write(actor, input);
    if (outcome.ok) redirect(leadTo(input, outcome));
    const refused = await refuseForm(of, outcome.refusals, form);
    if (!outcome.refusals.some(({ rule }) => rule.startsWith("edited"))) return onSameVersion(refused);
    // What stands on the page has changed under it.
    refresh();
    return refused;
  };

/** Without script the page is made anew around what was typed on it: that stays typed over what it was made from then. */
function onSameVersion(refused: FieldFormState): FieldFormState {
  const { version } = refused.typed;
  return version === undefined ? refused : { ...refused, sent: { version } };
}

/** A refused form as its page shows it again: why, and all that was typed. */
export async function refuseForm(of: Refusable, refusals: readonly Refusal[], form: FormData): Promise<FieldFormState> {
  answerWith(statusOf(refusals, of));
  return { ...wordRefused(refusals, of, await currentWay()), typed: typedIn(form) };
}

/** What one typed or chose, as it was; the framework's own fields begin with $. */
export function typedIn(form: FormData): FieldFormState["typed"] {
  return Object.fromEntries(
    [...form].flatMap(([key, value]) => (typeof value === "string" && !key.startsWith("$") ? [[key, value]] : [])),
  );
}
