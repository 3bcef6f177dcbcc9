import { expect, test } from "vitest";
import { db, transaction } from "#db/client";
import { findSituation } from "#db/facts/situation";
import type { Given } from "#db/move/moving";
import { openRecord } from "#db/move/open";
import { violations } from "#db/schema/violation";
import { addLent, madeIn, useRules } from "#tests/db/moving";
import { addAccount, addCredit, addCustomer, addOffer, addPromise, moveNow, sofia, statusOf } from "#tests/db/portfolio";

const dates = { dataAcceptedAt: "2026-03-01T10:00:00Z", activatedAt: "2026-03-01T10:00:00Z" };
const byOperator: Given = { by: { kind: "operator", role: sofia.role } };
const byRule: Given = { cause: { rule: "delinquent_days", values: {} } };

/** Somebody of whom there is something of everything that a situation tells. */
async function somebody(): Promise<string> {
  const { id, code } = await addCustomer({ status: "unregistered", ...dates, nationalId: "71000001" });
  const { id: creditId } = await addCredit(id, { status: "cancelled", closedBy: "cancel", outstanding: 0n });
  await addAccount(id, { minimumUnmet: 100n, minimumDueOn: "2026-03-10" });
  await addPromise(id, { creditId, amount: 50n, dueOn: "2026-04-01" });
  const violation = { customerId: id, rule: "income", isFraud: true, recordedEmail: sofia.email, recordedAt: "2026-03-01" };
  await db.insert(violations).values({ ...violation, resolvedAt: "2026-03-02", resolvedEmail: sofia.email });
  return code;
}

test("what is taken to be so after each of a customer's own moves is what the database then says", async () => {
  const needs = { requirements: [] } as const;
  await useRules({ ...needs, suspendGraceDays: 100 });
  const code = await somebody();
  const moves: [event: string, given: Given, isSeen: boolean][] = [
    ["register", byOperator, true],
    ["disable", { ...byOperator, reason: "holder_request" }, true],
    ["enable", { ...byOperator, reason: "mistake" }, true],
    ["block", { ...byOperator, reason: "fraud" }, true],
    ["unblock", { ...byOperator, reason: "mistake" }, true],
    ["enable", { ...byRule }, true],
    ["disable", { ...byOperator, reason: "holder_request" }, true],
    ["block", { ...byOperator, reason: "fraud" }, true],
    ["unblock", { ...byOperator, reason: "mistake" }, true],
  ];
  for (const [event, given, isSeen] of moves)
    await transaction(async (tx) => {
      const { record, moving } = await openRecord(tx, sofia, "customer", code);
      expect(moving.seen).toEqual(await findSituation(moving, record?.id ?? ""));
      await moving.step("customer", code, event, given);
      await Promise.all(moving.writes);
      expect([event, moving.seen !== undefined]).toEqual([event, isSeen]);
      expect([event, moving.seen]).toEqual([event, await findSituation(moving, record?.id ?? "")]);
    });
});

test("what follows for the credits of a customer who was moved is made once", async () => {
  await useRules();
  const { id, code } = await addCustomer();
  const { id: offerId } = await addOffer({ toleranceMinor: 10n });
  const { code: credit } = await addLent(id, { offerId, amount: 500n, outstanding: 5n });
  const outcome = await moveNow(sofia, "customer", code, "disable", { reason: "holder_request" });
  expect(madeIn(outcome)).toEqual(["customer.disable", "credit.settle"]);
  expect(await statusOf("credit", credit)).toBe("paid");
});
