import "server-only";
import { findDetails } from "#db/read/person";
import { type ProfileOutcome, writeProfile } from "#db/write/profile";
import type { Actor } from "#lib/domain/actor";
import { tellingFields } from "#lib/known";
import { detailOf } from "#lib/onboarding/typed";

/** What a role that sees it masked may have revealed of a person. */
export const revealable = tellingFields;
export type Revealable = (typeof revealable)[number];
export type Revealed = Partial<Record<Revealable, string>>;

/** Shows what is masked of a person, once: the history keeps which fields were shown, to whom; the same form shows no more. */
export async function revealPerson(
  actor: Actor,
  { code, fields }: { code: string; fields: readonly Revealable[] },
  key: string,
): Promise<Extract<ProfileOutcome, { ok: false }> | { ok: true; revealed: Revealed }> {
  let revealed: Revealed | undefined;
  const form = { code, did: "person.revealed", needs: "pii:reveal", said: { fields }, key } as const;
  const outcome = await writeProfile(actor, form, async (tx, { id }) => {
    const person = await findDetails(tx, id);
    revealed = Object.fromEntries(fields.map((field) => [field, person[detailOf[field]] ?? ""]));
    return { details: { fields: [...fields] } };
  });
  if (!outcome.ok) return outcome;
  return revealed === undefined ? { ok: false, refusals: [{ rule: "shown_once" }] } : { ok: true, revealed };
}
