"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { formAction, words } from "#app/action";
import { refuseForm, writing } from "#app/form";
import { overChanged } from "#app/person/edit";
import { consents, recordActivation, recordConsent, withdrawConsent } from "#db/write/consent";
import { addNote } from "#db/write/note";
import { editPerson } from "#db/write/person";
import type { ProfileOutcome } from "#db/write/profile";
import { revealable, revealPerson } from "#db/write/reveal";
import { recordViolation, resolveViolation } from "#db/write/violation";
import type { Actor } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import { violationRules } from "#lib/domain/violation";
import { personFields } from "#lib/onboarding/typed";
import type { RevealState } from "#lib/profile";
import { profileForm } from "#lib/profile/refused";

const whose = { code: z.string().refine((text) => isCode("customer", text)), key: z.uuid() };
const comment = words.default("");
const typed = Object.fromEntries(personFields.map((field) => [field, z.string().default("")])) as Record<
  (typeof personFields)[number],
  z.ZodDefault<z.ZodString>
>;

/** A form of a customer's page: done, it leads to the page again, which says what came of it. */
const formOf = <Input extends { code: string; key: string }>(
  schema: z.ZodType<Input>,
  write: (actor: Actor, input: Input) => Promise<ProfileOutcome>,
) => formAction(schema, writing(profileForm, write, ledTo));

function ledTo({ code, key }: { code: string; key: string }, { status }: { status: string }): string {
  return `/${status === "unregistered" ? "pre-customers" : "customers"}/${code}?saved=${key}`;
}

const edited = z.object({ ...whose, version: z.string().max(200), ...typed }).transform(({ code, version, key, ...fields }) => ({
  ...{ code, version, key },
  typed: fields,
}));
const edit = writing(
  profileForm,
  (actor: Actor, { key, ...said }: z.infer<typeof edited>) => editPerson(actor, said, key),
  ledTo,
);

export const editDetails = formAction(edited, async (actor, input, form) => {
  const refused = await edit(actor, input, form);
  return input === undefined ? refused : overChanged(actor, input, refused);
});

export const acceptConsent = formOf(z.object({ ...whose, consent: z.enum(consents) }), (actor, { key, ...given }) =>
  recordConsent(actor, given, key),
);
export const takeBackConsent = formOf(z.object(whose), (actor, { code, key }) => withdrawConsent(actor, { code }, key));
export const markActivated = formOf(z.object(whose), (actor, { code, key }) => recordActivation(actor, { code }, key));

const violation = z.object({ ...whose, rule: z.enum(["", ...violationRules]), fraud: z.enum(["", "true"]).default(""), comment });

export const openViolation = formOf(violation, (actor, { key, fraud, ...said }) =>
  recordViolation(actor, { ...said, isFraud: fraud === "true" }, key),
);
export const closeViolation = formOf(z.object({ ...whose, violation: z.uuid(), comment }), (actor, { key, ...said }) =>
  resolveViolation(actor, said, key),
);

export const writeNote = formOf(z.object({ ...whose, words }), (actor, { key, ...note }) => addNote(actor, note, key));

const revealed = z.object({ ...whose, field: z.enum(["all", ...revealable]) });

/** Shows what is masked of a person, in this answer and no other. */
export const reveal = formAction(revealed, async (actor, input, form): Promise<RevealState> => {
  const key = randomUUID();
  const refused = async (refusals: readonly Refusal[]) => {
    const { sentences } = await refuseForm(profileForm, refusals, form);
    return { sentences, revealed: {}, key };
  };
  if (input === undefined) return refused([{ rule: "broken" }]);
  const fields = input.field === "all" ? revealable : [input.field];
  const outcome = await revealPerson(actor, { code: input.code, fields }, input.key);
  return outcome.ok ? { sentences: [], revealed: outcome.revealed, key } : refused(outcome.refusals);
});
