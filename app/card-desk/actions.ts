"use server";

import { z } from "zod";
import { formAction, words } from "#app/action";
import { writing } from "#app/form";
import { cardKinds } from "#db/schema/card";
import type { Added } from "#db/write/addition";
import { askBalanceRefund } from "#db/write/balance-refund";
import { openAccount } from "#db/write/card-account";
import { issueCard, replaceCard } from "#db/write/card-issue";
import { resolveFlag } from "#db/write/settlement-flag";
import { cardForm } from "#lib/card-desk/refused";
import type { Actor } from "#lib/domain/actor";
import { type CodeKind, isCode } from "#lib/domain/code";
import { sections } from "#lib/domain/section";

const codeOf = (kind: CodeKind) => z.string().refine((text) => isCode(kind, text));
const line = z.string().max(10_000).trim().default("");
const key = z.uuid();

/** A form that makes something: done, it leads to what it made. */
const formOf = <Input extends { key: string }>(
  schema: z.ZodType<Input>,
  write: (actor: Actor, input: Input) => Promise<Added>,
  addressOf: (code: string, input: Input) => string,
) =>
  formAction(
    schema,
    writing(cardForm, write, (input, { code }) => addressOf(code, input)),
  );

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
export const refund = formOf(
  refunding,
  async (actor, { key, ...asked }) => {
    const outcome = await askBalanceRefund(actor, asked, key);
    if (outcome.ok) return { ok: true, code: asked.account };
    return outcome.kind === "refused" ? outcome : { ok: false, refusals: [{ rule: "unknown" }] };
  },
  (code, { key }) => `/${sections.account}/${code}?done=${key}`,
);
