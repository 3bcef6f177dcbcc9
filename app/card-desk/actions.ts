"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction, words } from "#app/action";
import { refuseCardForm } from "#app/card-desk/refusal";
import { cardKinds } from "#db/schema/card";
import type { Added } from "#db/write/addition";
import { askBalanceRefund } from "#db/write/balance-refund";
import { openAccount } from "#db/write/card-account";
import { issueCard, replaceCard } from "#db/write/card-issue";
import { resolveFlag } from "#db/write/settlement-flag";
import type { Actor } from "#lib/domain/actor";
import { type CodeKind, isCode } from "#lib/domain/code";
import { sections } from "#lib/domain/section";
import type { FieldFormState } from "#lib/form";

const codeOf = (kind: CodeKind) => z.string().refine((text) => isCode(kind, text));
const line = z.string().max(10_000).trim().default("");
const key = z.uuid();

/** What a form that makes something does: done, it leads to what it made; refused, it comes back with all that was typed. */
const formOf = <Input extends { key: string }>(
  schema: z.ZodType<Input>,
  write: (actor: Actor, input: Input) => Promise<Added>,
  addressOf: (code: string, input: Input) => string,
) =>
  formAction(schema, async (actor, input, form): Promise<FieldFormState> => {
    if (input === undefined) return refuseCardForm([{ rule: "broken" }], form);
    const outcome = await write(actor, input);
    if (outcome.ok) redirect(addressOf(outcome.code, input));
    return refuseCardForm(outcome.refusals, form);
  });

const account = z.object({ key, customer: codeOf("customer"), product: line, line, closing: line, due: line });
export const open = formOf(
  account,
  (actor, { key, ...typed }) => openAccount(actor, typed, key),
  (code) => `/${sections.account}/${code}`,
);

const card = z.object({ key, account: codeOf("account"), kind: z.enum(cardKinds), last_four: line });
export const issue = formOf(
  card,
  (actor, { key, last_four: lastFour, ...typed }) => issueCard(actor, { ...typed, lastFour }, key),
  (code) => `/${sections.card}/${code}`,
);

const replacement = z.object({ key, card: codeOf("card"), last_four: line });
export const replace = formOf(
  replacement,
  (actor, { key, last_four: lastFour, card: old }) => replaceCard(actor, { card: old, lastFour }, key),
  (code) => `/${sections.card}/${code}`,
);

const found = z.object({
  key,
  credit: codeOf("credit"),
  flag: z.uuid(),
  back: z.enum(["credit", "account"]),
  account: line,
  comment: words.default(""),
});
export const resolve = formOf(
  found,
  (actor, { key, credit, flag, comment }) => resolveFlag(actor, { credit, flag, comment }, key),
  (code, { back, account: whose }) =>
    back === "account" && isCode("account", whose)
      ? `/${sections.account}/${whose}?tab=settlements`
      : `/${sections.credit}/${code}`,
);

const refunding = z.object({ key, account: codeOf("account"), reference: words.default("") });
export const refund = formAction(refunding, async (actor, input, form): Promise<FieldFormState> => {
  if (input === undefined) return refuseCardForm([{ rule: "broken" }], form);
  const outcome = await askBalanceRefund(actor, input, input.key);
  if (outcome.ok) redirect(`/${sections.account}/${input.account}?done=${input.key}`);
  return refuseCardForm(outcome.kind === "refused" ? outcome.refusals : [{ rule: "unknown" }], form);
});
