"use server";

import { z } from "zod";
import { formAction } from "#app/action";
import { writing } from "#app/form";
import type { Added } from "#db/write/addition";
import { assignRow, dismissRow } from "#db/write/bank-resolve";
import { may } from "#db/write/permission";
import { dismissals } from "#lib/bank/state";
import type { Actor } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import { payingForm } from "#lib/paying/refused";

const sent = { row: z.uuid(), key: z.uuid() };

/** What resolves a row of a bank's file: done, it leads to the file's report again. */
const resolving = <Input extends { key: string }>(
  schema: z.ZodType<Input>,
  resolve: (actor: Actor, input: Input) => Promise<Added>,
) =>
  formAction(
    schema,
    writing(
      payingForm,
      async (actor, input: Input) =>
        (await may(actor, { needs: "payment:operate", module: "import" })) ? resolve(actor, input) : refused("permission"),
      ({ key }, { code }) => `/import/${code}?resolved=${key}`,
    ),
  );

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
