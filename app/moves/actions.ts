"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { transactionAction, words } from "#app/action";
import { answerWith } from "#app/answer";
import { typedIn } from "#app/form";
import { currentWay } from "#app/way";
import { db } from "#db/client";
import { findPayable } from "#db/facts/payable";
import { move } from "#db/move";
import type { Outcome } from "#db/move/order";
import { findMoved } from "#db/move/record";
import { typedAmount, wordAmountFault } from "#lib/amount/typed";
import { type Entity, entities } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import type { FormState } from "#lib/form";
import { statusOf } from "#lib/form/refused";
import { statusWords } from "#lib/messages/catalogue";
import { machineWords } from "#lib/messages/machines";
import { eventRefusal } from "#lib/roles";
import type { Way } from "#lib/way";

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
  const refuse = async (status: Parameters<typeof answerWith>[0], say: (way: Way) => string[]): Promise<FormState> => {
    answerWith(status);
    return { sentences: say(await currentWay()), typed: typedIn(form) };
  };
  if (input === undefined) return refuse(400, ({ t }) => [t("move.broken")]);
  const { entity, code, event, moves, key, reason, comment } = input;
  const decimals = input.amount === "" ? 2 : await decimalsOf(code);
  const amountMinor = input.amount === "" ? undefined : typedAmount(input.amount, decimals);
  if (typeof amountMinor === "string") return refuse(400, ({ t }) => [wordAmountFault(amountMinor, decimals, t)]);
  const order = { entity, code, event, moves, reason: reason || undefined, comment, amountMinor, typed: input.typed };
  const outcome = await move(asker, order, key);
  if (outcome.ok) redirect(`${await addressOf(entity, code, outcome)}?done=${key}`);
  if (outcome.kind === "unknown") return refuse(404, ({ t }) => [t("move.unknown")]);
  if (outcome.kind === "changed") {
    refresh();
    return refuse(409, (way) => [changed(entity, outcome.change, way)]);
  }
  const { refusals } = outcome;
  return refuse(statusOf(refusals), (way) => refusals.map((refusal) => eventRefusal(refusal, { entity, event }, way)));
});

/** In how many decimals the amounts of a record are typed: as many as there are where it is no credit or account. */
const decimalsOf = async (code: string) => (await findPayable(db, code))?.decimals ?? 2;

/** A person's page is the pre-customers' until they are registered. */
async function addressOf(entity: Entity, code: string, outcome: Outcome & { ok: true }): Promise<string> {
  if (entity !== "customer") return `/${sections[entity]}/${code}`;
  const last = outcome.kind === "moved" ? outcome.done.findLast((each) => each.code === code) : undefined;
  const status = last?.to ?? (await findMoved(db, entity, code))?.status;
  return `/${status === "unregistered" ? "pre-customers" : "customers"}/${code}`;
}

type Changed = Extract<Outcome, { kind: "changed" }>["change"];

function changed(entity: Entity, { email, at, event, to }: Changed, { language, t, format }: Way): string {
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
