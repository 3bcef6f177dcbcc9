import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import { registerPayment } from "#app/register-payment/actions";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { findPayoff } from "#db/books/payoff";
import { db } from "#db/client";
import { findPayable } from "#db/facts/payable";
import { findObstacles } from "#db/read/coverage";
import { findSight } from "#db/read/rules";
import { can } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { sayRefused } from "#lib/form/refused";
import { payingForm } from "#lib/paying/refused";

/** The page on which a payment to a credit or an account is registered; undefined where the ID is none's. */
export async function openRegisterPayment(entity: "credit" | "account", code: string) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { language, t, format } = way;
  if (!can(actor, "payment:operate")) {
    answerWith(403);
    return { isAllowed: false, t, language, role: actor.role, needs: "payment:operate" } as const;
  }
  const payable = isCode(entity, code) ? await findPayable(db, code) : undefined;
  if (payable === undefined) return undefined;
  const sight = await findSight(db);
  const { businessDate } = sight;
  const plain = {
    code,
    amountMinor: 1n,
    datedOn: businessDate,
    type: "voluntary",
    channel: "platform",
    isPayoff: false,
  } as const;
  const [obstacles, payoff] = await Promise.all([
    findObstacles(sight, payable, plain),
    payable.creditStatus === "active" ? findPayoff(sight, payable.id) : undefined,
  ]);
  return {
    isAllowed: true as const,
    shown: {
      entity,
      code,
      customer: payable.customerCode,
      /** Before anything is typed: what stands in the way of any payment. */
      waits: obstacles.filter(({ rule }) => rule !== "amount_within_owed").map((refusal) => sayRefused(refusal, payingForm, way)),
      payoff:
        payoff === undefined
          ? undefined
          : t("paying.payoff_today", { day: format.plainDay(businessDate), amount: format.money(payoff) }),
      owed: format.money(payable.outstanding),
      day: businessDate as string,
      action: registerPayment,
      sent: { code, key: randomUUID() },
      t,
    },
  };
}
