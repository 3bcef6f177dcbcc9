"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/action";
import { answerWith } from "#app/answer";
import { typedIn } from "#app/form";
import { currentWay } from "#app/way";
import { db } from "#db/client";
import { findBorrowing } from "#db/read/borrowing";
import { may } from "#db/write/permission";
import { requestCredit } from "#db/write/pre-loan";
import { type RequestField, requestFields } from "#lib/credit-request/field";
import type { RequestState } from "#lib/credit-request/form";
import { judgeRequest } from "#lib/credit-request/judge";
import { wordChoices, wordFaults, wordPreview } from "#lib/credit-request/words";
import type { Actor } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";
import type { FormState } from "#lib/form";
import { sayRefused, statusOf } from "#lib/form/refused";
import type { Way } from "#lib/way";

const field = z.string().max(1_000).default("");
const sent = z.object({
  code: z.string().refine((text) => isCode("customer", text)),
  key: z.uuid(),
  /** `follow` is a preview that script asks for while one types. */
  intent: z.enum(["preview", "follow", "request"]).default("request"),
  ...(Object.fromEntries(requestFields.map((name) => [name, field])) as Record<RequestField, typeof field>),
});
type Sent = z.infer<typeof sent>;

/** Shows how a credit would be, or asks for it; whatever is wrong comes back with all that was typed. */
export const askForCredit = formAction(sent, async (actor, input, form): Promise<RequestState> => {
  const way = await currentWay();
  if (input === undefined) return refuse([{ rule: "broken" }], typedIn(form), way);
  const { code, key, intent, ...typed } = input;
  if (intent !== "request") return preview(actor, input, way);
  const outcome = await requestCredit(actor, { code, typed }, key);
  if (outcome.ok) redirect(`/${sections.pre_loan}/${outcome.request}`);
  return outcome.faults.length > 0 ? preview(actor, input, way) : refuse(outcome.refusals, typed, way);
});

/** What the form comes to as it is typed, from the same judge as the request itself. */
async function preview(actor: Actor, { code, intent, ...input }: Sent, way: Way): Promise<RequestState> {
  if (!(await may(actor, { needs: "pre_loan:operate", module: sections.pre_loan, customer: code })))
    return refuse([{ rule: "permission" }], input, way);
  const borrowing = await findBorrowing(db, code, input.refinances);
  if (borrowing === undefined) return refuse([{ rule: "unknown" }], input, way);
  const judged = judgeRequest(input, borrowing, actor.role);
  const choices = wordChoices(borrowing, actor.role, way);
  const same = { typed: typedOf(input), choices };
  if (judged.ok) return { ...same, sentences: [], faults: {}, preview: wordPreview(judged.asked, way) };
  if (intent !== "follow") answerWith(400);
  return { ...same, sentences: [way.t("credit_request.correct")], faults: wordFaults(judged.faults, way), preview: undefined };
}

function refuse(refusals: readonly Refusal[], typed: FormState["typed"], way: Way): RequestState {
  answerWith(statusOf(refusals));
  const sentences = refusals.map((refusal) => sayRefused(refusal, { words: "credit_request", entity: "pre_loan" }, way));
  return { sentences, faults: {}, typed: typedOf(typed), choices: undefined, preview: undefined };
}

const typedOf = (typed: FormState["typed"]) =>
  Object.fromEntries(requestFields.map((name) => [name, typed[name] ?? ""])) as Record<RequestField, string>;
