"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { transactionAction, words } from "#app/action";
import { answerWith } from "#app/answer";
import { typedIn } from "#app/form";
import { currentWay } from "#app/way";
import { currentWords } from "#app/words";
import { db } from "#db/client";
import { findPayable } from "#db/facts/payable";
import { move } from "#db/move";
import type { Outcome } from "#db/move/order";
import { findMoved } from "#db/move/record";
import { typedAmount, wordAmountFault } from "#lib/amount/typed";
import type { Refusal } from "#lib/domain/machine";
import { type Entity, entities } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import type { FormState } from "#lib/form";
import { statusOf } from "#lib/form/refused";
import { statusWords } from "#lib/messages/catalogue";
import { machineWords } from "#lib/messages/machines";
import { eventRefusal } from "#lib/moves";

const sent = z.object({
  entity: z.enum(entities),
  code: z.string().max(20),
  event: z.string().max(40),
  moves: z.coerce.number().int().min(0).max(1_000_000_000),
  key: z.uuid(),
  reason: z.string().max(60).default(""),
  comment: words.default(""),
  amount: z.string().max(60).trim().default(""),
  typed: z.string().max(60).trim().default(""),
});

/** Moves a record, as the form of one of its actions asks; what is refused comes back with all that was typed. */
export const moveRecord = transactionAction(sent, async (asker, input, form): Promise<FormState> => {
  const typed = typedIn(form);
  const { t } = await currentWords();
  if (input === undefined) return refused(400, [t("move.broken")], typed);
  const { entity, code, event, moves, key, reason, comment } = input;
  const decimals = input.amount === "" ? 2 : await decimalsOf(code);
  const amountMinor = input.amount === "" ? undefined : typedAmount(input.amount, decimals);
  if (typeof amountMinor === "string") return refused(400, [wordAmountFault(amountMinor, decimals, t)], typed);
  const order = { entity, code, event, moves, reason: reason || undefined, comment, amountMinor, typed: input.typed };
  const outcome = await move(asker, order, key);
  if (outcome.ok) redirect(`${await addressOf(entity, code, outcome)}?done=${key}`);
  if (outcome.kind === "unknown") return refused(404, [t("move.unknown")], typed);
  if (outcome.kind === "changed") {
    refresh();
    return refused(409, [await changed(entity, outcome.change)], typed);
  }
  return refused(statusOf(outcome.refusals), await said({ entity, event }, outcome.refusals), typed);
});

function refused(status: 400 | 403 | 404 | 409, sentences: string[], typed: FormState["typed"]): FormState {
  answerWith(status);
  return { sentences, typed };
}

/** In how many decimals the amounts of a record are typed: as many as there are where it is no credit or account. */
const decimalsOf = async (code: string) => (await findPayable(db, code))?.decimals ?? 2;

/** A person's page is the pre-customers' until they are registered. */
async function addressOf(entity: Entity, code: string, outcome: Outcome & { ok: true }): Promise<string> {
  if (entity !== "customer") return `/${sections[entity]}/${code}`;
  const last = outcome.kind === "moved" ? outcome.done.findLast((each) => each.code === code) : undefined;
  const status = last?.to ?? (await findMoved(db, entity, code))?.status;
  return `/${status === "unregistered" ? "pre-customers" : "customers"}/${code}`;
}

async function said(asked: { entity: Entity; event: string }, refusals: readonly Refusal[]): Promise<string[]> {
  const way = await currentWay();
  return refusals.map((refusal) => eventRefusal(refusal, asked, way));
}

type Changed = Extract<Outcome, { kind: "changed" }>["change"];

async function changed(entity: Entity, { email, at, event, to }: Changed): Promise<string> {
  const { language, t, format } = await currentWay();
  const events: Readonly<Record<string, { label: string }>> = machineWords[language][entity].events;
  const states: Readonly<Record<string, { label: string }>> = statusWords[language][entity];
  // Nothing ever moved it: the form says of it what never was.
  if (event === "") return t("move.changed_unseen", { state: states[to]?.label ?? to });
  return t(email === "system" ? "move.changed_by_system" : "move.changed", {
    email,
    event: events[event]?.label ?? event,
    at: at === "" ? "" : format.moment(new Date(at)),
    state: states[to]?.label ?? to,
  });
}
