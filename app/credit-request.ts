import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import { askForCredit } from "#app/credit-request/actions";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { db } from "#db/client";
import { findBorrowing } from "#db/read/borrowing";
import { findCustomer } from "#db/read/customer";
import { requestFields } from "#lib/credit-request/field";
import { customerFaults } from "#lib/credit-request/judge";
import { wordChoices, wordFault } from "#lib/credit-request/words";
import { can } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { borrowingOf } from "#lib/domain/pre-loan";

/** The page on which a credit is asked for, for whoever may; undefined where the ID is no customer's. */
export async function openCreditRequest(code: string, { refinances }: Search) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { t } = way;
  if (!can(actor, "pre_loan:operate")) {
    answerWith(403);
    return { isAllowed: false, t, language: way.language, role: actor.role, needs: "pre_loan:operate" } as const;
  }
  if (!isCode("customer", code)) return undefined;
  const chosen = typeof refinances === "string" ? refinances : "";
  const [person, borrowing] = await Promise.all([findCustomer(actor, code), findBorrowing(db, code, chosen)]);
  if (person === undefined || borrowing === undefined) return undefined;
  const { businessDate, currency, old } = borrowing;
  const nothing = Object.fromEntries(requestFields.map((field) => [field, ""])) as Record<(typeof requestFields)[number], string>;
  return {
    isAllowed: true as const,
    shown: {
      customer: { code, name: person.name },
      /** Why the customer may not borrow, or only so. */
      because: customerFaults(borrowing, actor.role).map((fault) => wordFault(fault, way)),
      mayAsk: borrowingOf(person.status) !== "none",
      action: askForCredit,
      sent: { code, key: randomUUID() },
      typed: { ...nothing, refinances: old?.code ?? "" },
      choices: wordChoices(borrowing, actor.role, way),
      hints: { currency, day: way.format.plainDay(businessDate) },
      t,
    },
  };
}
