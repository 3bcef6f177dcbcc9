"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/action";
import { answerWith } from "#app/answer";
import { currentWay } from "#app/way";
import { db } from "#db/client";
import { findBorrowing } from "#db/read/borrowing";
import { may } from "#db/write/permission";
import { type RequestOutcome, requestCredit } from "#db/write/pre-loan";
import { type RequestField, requestFields, type TypedRequest } from "#lib/credit-request/field";
import type { RequestState } from "#lib/credit-request/form";
import { judgeRequest } from "#lib/credit-request/judge";
import { wordChoices, wordFaults, wordPreview } from "#lib/credit-request/words";
import type { Actor } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { sections } from "#lib/domain/section";
import { refusalSentence } from "#lib/messages/refusal";
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
  if (input === undefined) return refused(400, [way.t("credit_request.broken")], typedIn(form));
  const { code, key, intent, ...typed } = input;
  if (intent !== "request") return preview(actor, input, way);
  const outcome = await requestCredit(actor, { code, typed }, key);
  if (outcome.ok) redirect(`/${sections.pre_loan}/${outcome.request}`);
  return refuse(outcome, actor, input, way);
});

async function refuse(outcome: RequestOutcome & { ok: false }, actor: Actor, input: Sent, way: Way): Promise<RequestState> {
  const rules = outcome.refusals.map(({ rule }) => rule);
  const { language, t, format } = way;
  if (rules.includes("unknown")) return refused(404, [t("credit_request.unknown")], input);
  if (rules.includes("permission") || outcome.faults.length === 0) {
    const sentences = outcome.refusals.map((refusal) => refusalSentence(refusal, "pre_loan", language, format.money));
    return refused(rules.includes("permission") ? 403 : 409, sentences, input);
  }
  return preview(actor, input, way);
}

/** What the form comes to as it is typed, from the same judge as the request itself. */
async function preview(actor: Actor, { code, intent, ...input }: Sent, way: Way): Promise<RequestState> {
  if (!(await may(actor, { needs: "pre_loan:operate", module: sections.pre_loan, customer: code })))
    return refused(403, [way.t("credit_request.broken")], input);
  const borrowing = await findBorrowing(db, code, input.refinances);
  if (borrowing === undefined) return refused(404, [way.t("credit_request.unknown")], input);
  const judged = judgeRequest(input, borrowing, actor.role);
  const choices = wordChoices(borrowing, actor.role, way);
  const same = { typed: typedOf(input), choices };
  if (judged.ok) return { ...same, sentences: [], faults: {}, preview: wordPreview(judged.asked, way) };
  if (intent !== "follow") answerWith(400);
  return { ...same, sentences: [way.t("credit_request.correct")], faults: wordFaults(judged.faults, way), preview: undefined };
}

function refused(status: 400 | 403 | 404 | 409, sentences: string[], typed: TypedRequest): RequestState {
  answerWith(status);
  return { sentences, faults: {}, typed: typedOf(typed), choices: undefined, preview: undefined };
}

const typedOf = (typed: TypedRequest) =>
  Object.fromEntries(requestFields.map((name) => [name, typed[name]])) as Record<RequestField, string>;

/** What one typed or chose, as it was, however it was sent. */
function typedIn(form: FormData): TypedRequest {
  const said = (name: RequestField) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(requestFields.map((name) => [name, said(name)])) as Record<RequestField, string>;
}
