"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transactionAction } from "#app/action";
import { refuseForm, typedIn } from "#app/form";
import { currentWay } from "#app/way";
import { findPayoff } from "#db/books/payoff";
import { db } from "#db/client";
import { findPayable, type Payable } from "#db/facts/payable";
import { whoAsks } from "#db/move/asker";
import { findObstacles, previewPayment } from "#db/read/coverage";
import { findSight } from "#db/read/rules";
import { may } from "#db/write/permission";
import { announce, announcementFaults } from "#db/write/pre-payment";
import type { Actor } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import { channels, paymentTypes } from "#lib/domain/pre-payment";
import { sections } from "#lib/domain/section";
import { wordForeseen } from "#lib/foreseen/words";
import { sayRefused } from "#lib/form/refused";
import type { Announcement, PaymentPreview, PaymentState, TypedAnnouncement } from "#lib/paying";
import { payingForm } from "#lib/paying/refused";
import { readAnnouncement } from "#lib/paying/typed";
import type { Way } from "#lib/way";

const field = z.string().default("");
const sent = z.object({
  code: z.string().refine((text) => isCode("credit", text) || isCode("account", text)),
  key: z.uuid(),
  /** `follow` is a preview that script asks for while one types. */
  intent: z.enum(["announce", "preview", "follow"]).default("announce"),
  amount: field,
  day: field,
  type: z.enum(paymentTypes),
  channel: z.enum(channels),
  payoff: z.enum(["", "true"]).default(""),
});

/** Announces a payment, or shows what it would cover; whatever is wrong comes back with all that was typed. */
export const registerPayment = transactionAction(sent, async (asker, input, form): Promise<PaymentState> => {
  if (input === undefined) return refuse([{ rule: "broken" }], form);
  const { intent, key, payoff, ...said } = input;
  const typed = { ...said, isPayoff: payoff === "true" };
  if (intent !== "announce") return preview(await whoAsks(asker, db), typed, form, intent === "follow");
  const outcome = await announce(asker, typed, key);
  if (outcome.ok) redirect(`/${sections.pre_payment}/${outcome.code}`);
  return refuse(outcome.refusals, form);
});

async function preview(actor: Actor, typed: TypedAnnouncement, form: FormData, isFollowed: boolean): Promise<PaymentState> {
  if (!(await may(actor, { needs: "payment:operate", module: sections.pre_payment })))
    return refuse([{ rule: "permission" }], form);
  const payable = await findPayable(db, typed.code);
  if (payable === undefined) return refuse([{ rule: "unknown" }], form);
  const unsaid = { sentences: [], faults: {}, typed: typedIn(form), preview: undefined, isFollowed };
  const read = readAnnouncement(typed, payable.decimals);
  if (!read.ok) return isFollowed ? unsaid : refuse(read.refusals, form);
  const { faults, preview } = await lookAhead(payable, read.said, await currentWay());
  if (faults.length > 0 && !isFollowed) return { ...(await refuse(faults, form)), preview };
  return { ...unsaid, preview };
}

const refuse = async (refusals: readonly Refusal[], form: FormData): Promise<PaymentState> => ({
  ...(await refuseForm(payingForm, refusals, form)),
  ...{ preview: undefined, isFollowed: false },
});

async function lookAhead(
  payable: Payable,
  said: Announcement,
  way: Way,
): Promise<{ faults: Refusal[]; preview: PaymentPreview | undefined }> {
  const sight = await findSight(db);
  const faults = await announcementFaults(sight, payable, said);
  const { rule = "" } = faults[0] ?? {};
  if (rule !== "" && !rule.startsWith("payoff")) return { faults, preview: undefined };
  const isOpen = payable.creditStatus === "active" || (payable.entity === "account" && payable.accountStatus !== "canceled");
  const [obstacles, foreseen, payoff] = await Promise.all([
    findObstacles(sight, payable, said),
    isOpen && rule === "" ? previewPayment(sight, payable, said) : undefined,
    payable.creditStatus === "active" ? findPayoff({ ...sight, businessDate: said.datedOn }, payable.id) : undefined,
  ]);
  const { t, format } = way;
  const preview = {
    waits: obstacles.map((refusal) => sayRefused(refusal, payingForm, way)),
    payoff:
      payoff === undefined
        ? undefined
        : t("paying.payoff_today", { day: format.plainDay(said.datedOn), amount: format.money(payoff) }),
    foreseen: foreseen && wordForeseen(foreseen, way),
  };
  return { faults, preview };
}
