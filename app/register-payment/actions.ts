"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/action";
import { currentWay, refusePaying, sayPaying, typedIn } from "#app/paying";
import { findPayoff } from "#db/books/payoff";
import { db } from "#db/client";
import { findPayable, type Payable } from "#db/facts/payable";
import { findObstacles, previewPayment } from "#db/read/coverage";
import { findSight } from "#db/read/rules";
import { may } from "#db/write/permission";
import { announce, announcementFaults } from "#db/write/pre-payment";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import { channels, paymentTypes } from "#lib/domain/pre-payment";
import { sections } from "#lib/domain/section";
import { wordForeseen } from "#lib/foreseen/words";
import type { Announcement, PaymentPreview, PaymentState } from "#lib/paying";
import { isRefusal, readAmount, readDay } from "#lib/paying/typed";
import type { Way } from "#lib/written";

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
type Sent = z.infer<typeof sent>;

/** Announces a payment, or shows what it would cover; whatever is wrong comes back with all that was typed. */
export const registerPayment = formAction(sent, async (actor, input, form): Promise<PaymentState> => {
  const refuse = async (refusals: readonly Refusal[]) => ({
    ...(await refusePaying(refusals, form)),
    ...{ preview: undefined, isFollowed: false },
  });
  if (input === undefined) return refuse([{ rule: "broken" }]);
  if (!(await may(actor, { needs: "payment:operate", module: sections.pre_payment }))) return refuse([{ rule: "permission" }]);
  const payable = await findPayable(db, input.code);
  if (payable === undefined) return refuse([{ rule: "unknown" }]);
  const read = readAnnouncement(input, payable);
  const isFollowed = input.intent === "follow";
  if (isFollowed && !read.ok) return { sentences: [], faults: {}, typed: typedIn(form), preview: undefined, isFollowed };
  if (!read.ok) return refuse(read.refusals);
  if (input.intent === "announce") {
    const outcome = await announce(actor, read.said, input.key);
    if (outcome.ok) redirect(`/${sections.pre_payment}/${outcome.code}`);
    return refuse(outcome.refusals);
  }
  const { faults, preview } = await lookAhead(payable, read.said, await currentWay());
  if (faults.length > 0 && !isFollowed) return { ...(await refuse(faults)), preview };
  return { sentences: [], faults: {}, typed: typedIn(form), preview, isFollowed };
});

type Read = { ok: true; said: Announcement } | { ok: false; refusals: Refusal[] };

function readAnnouncement({ code, amount, day, type, channel, payoff }: Sent, { decimals }: Payable): Read {
  const [amountMinor, datedOn] = [readAmount(amount, decimals), readDay(day)];
  if (isRefusal(amountMinor) || isRefusal(datedOn)) return { ok: false, refusals: [amountMinor, datedOn].filter(isRefusal) };
  return { ok: true, said: { code, amountMinor, datedOn, type, channel, isPayoff: payoff === "true" } };
}

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
    waits: obstacles.map((refusal) => sayPaying(refusal, way)),
    payoff:
      payoff === undefined
        ? undefined
        : t("paying.payoff_today", { day: format.plainDay(said.datedOn), amount: format.money(payoff) }),
    foreseen: foreseen && wordForeseen(foreseen, way),
  };
  return { faults, preview };
}
