"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/action";
import { refusePaying } from "#app/paying";
import type { Added } from "#db/write/addition";
import { assignRow, dismissRow } from "#db/write/bank-resolve";
import { may } from "#db/write/permission";
import { dismissals } from "#lib/bank/state";
import type { Actor } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import type { FieldFormState } from "#lib/form";

const sent = { row: z.uuid(), key: z.uuid() };

/** What resolves a row of a bank's file: done, it leads to the file's report again. */
const resolving = <Input extends { key: string }>(
  schema: z.ZodType<Input>,
  resolve: (actor: Actor, input: Input) => Promise<Added>,
) =>
  formAction(schema, async (actor, input, form): Promise<FieldFormState> => {
    if (input === undefined) return refusePaying([{ rule: "broken" }], form);
    if (!(await may(actor, { needs: "payment:operate", module: "import" }))) return refusePaying([{ rule: "permission" }], form);
    const outcome = await resolve(actor, input);
    if (outcome.ok) redirect(`/import/${outcome.code}?resolved=${input.key}`);
    return refusePaying(outcome.refusals, form);
  });

const refused = (rule: string): Added => ({ ok: false, refusals: [{ rule } satisfies Refusal] });

export const assignBankRow = resolving(z.object({ ...sent, of: z.string().default("") }), async (actor, { row, key, of }) => {
  const code = of.trim().toUpperCase();
  if (code === "") return refused("target_missing");
  if (!isCode("credit", code) && !isCode("account", code)) return refused("target_none");
  return assignRow(actor, { row, code }, key);
});

export const dismissBankRow = resolving(
  z.object({ ...sent, dismissal: z.enum(["", ...dismissals]).default("") }),
  async (actor, { row, key, dismissal }) =>
    dismissal === "" ? refused("dismissal_missing") : dismissRow(actor, { row, dismissal }, key),
);
