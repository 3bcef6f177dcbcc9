"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction, words } from "#app/action";
import { refuseForm, writing } from "#app/form";
import { currentProject } from "#app/project";
import { currentWords } from "#app/words";
import { createToken, revokeToken } from "#db/write/token";
import { dayAt } from "#lib/domain/day";
import { scopes } from "#lib/domain/token";
import type { TokenState } from "#lib/token";
import { tokenForm } from "#lib/token/refused";

const line = words.default("");
const created = z.object({ key: z.uuid(), name: line, calls: line, expires: line });

/** Makes a token, and shows it in this answer and no other. */
export const create = formAction(created, async (actor, input, form): Promise<TokenState> => {
  if (input === undefined) return refuseForm(tokenForm, [{ rule: "broken" }], form);
  const { key, ...typed } = input;
  const ticked = scopes.filter((scope) => form.get(scope) === "true");
  const today = dayAt(new Date(), (await currentProject()).timeZone);
  const outcome = await createToken(actor, { ...typed, scopes: ticked }, key, today);
  if (!outcome.ok) return refuseForm(tokenForm, outcome.refusals, form);
  // It stands in the list now.
  refresh();
  const { t } = await currentWords();
  const made = { title: t("token.made", { token: outcome.prefix }), token: outcome.token };
  return { sentences: [], faults: {}, typed: {}, made };
});

const revoked = z.object({ key: z.uuid(), token: z.string().max(60) });

export const revoke = formAction(
  revoked,
  writing(
    tokenForm,
    (actor, { key, token }) => revokeToken(actor, token, key),
    ({ token }) => `/settings/tokens?revoked=${encodeURIComponent(token)}`,
  ),
);
