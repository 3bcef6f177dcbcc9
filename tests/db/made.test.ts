import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { move } from "#db/move";
import { findPreLoan } from "#db/read/pre-loan";
import { findAnswer, findMade } from "#db/read/written";
import { payments } from "#db/schema/payment";
import type { Entity } from "#lib/domain/machines";
import { lent, useRules } from "#tests/db/moving";
import { addCustomer, addPreLoan, addPrePayment, bruno } from "#tests/db/portfolio";

beforeEach(() => useRules());

/** What the form that does something names as made, sent twice. */
async function madeTwice(entity: Entity, code: string, event: string, reason?: string) {
  const key = randomUUID();
  const send = async () => {
    expect(await move(bruno, { entity, code, event, reason, moves: 0 }, key)).toMatchObject({ ok: true, kind: "moved" });
    const answer = await findAnswer(bruno, key);
    const [first] = answer?.kind === "moved" ? answer.done : [];
    return findMade(first ?? expect.fail("nothing was done"));
  };
  return [await send(), await send()];
}

test("a confirmed request made its credit, however often its form is sent", async () => {
  const { id } = await addCustomer();
  const { code } = await addPreLoan(id);
  const made = await madeTwice("pre_loan", code, "confirm");
  const { credit } = (await findPreLoan(bruno, code)) ?? expect.fail();
  expect(credit).toMatch(/^K-/);
  expect(made).toEqual([credit, credit]);
});

test("a payment that came made its payment, and a rejected request nothing", async () => {
  const { id: creditId, customerId } = await lent({ amount: 500_00n, outstanding: 500_00n });
  const [came, rejected] = [await addPrePayment(customerId, { creditId, amount: 100_00n }), await addPreLoan(customerId)];
  const made = await madeTwice("pre_payment", came.code, "confirm");
  const [payment] = await db.select().from(payments).where(eq(payments.prePaymentId, came.id));
  expect(made).toEqual([payment?.code, payment?.code]);
  expect(await madeTwice("pre_loan", rejected.code, "reject", "policy")).toEqual([undefined, undefined]);
});
