import { beforeEach, expect, test } from "vitest";

import { addLent, madeIn, moveByTwo, pay, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, bruno, moveNow, statusOf } from "#tests/db/portfolio";

beforeEach(() => useRules());

/** A payment of all that an account owed, which was canceled then. */
async function canceled(of: "credit" | "account") {
  const { id } = await addCustomer();
  const account = await addAccount(id);
  const credit = await addLent(id, { accountId: account.id, amount: 500n, outstanding: 500n });
  const { payment } = await pay(id, of === "credit" ? { creditId: credit.id } : { accountId: account.id }, 500n);
  await moveByTwo("account", account.code, "cancel", { reason: "deceased", typed: account.code });
  expect(await statusOf("account", account.code)).toBe("canceled");
  return { credit: credit.code, payment: payment.code };
}

test.each(["credit", "account"] as const)("what was paid to its %s is not reversed", async (of) => {
  const { credit, payment } = await canceled(of);
  const asked = moveNow(bruno, "payment", payment, "reverse", { reason: "posted_in_error" });
  expect(await asked).toEqual({ ok: false, kind: "refused", refusals: [{ rule: "account_not_canceled" }] });
  expect(await statusOf("credit", credit)).toBe("paid");
});

test("but by a dispute that is won, after which nothing is owed", async () => {
  const { credit, payment } = await canceled("credit");
  await moveNow(bruno, "credit", credit, "dispute", { reason: "duplicate", amountMinor: 500n });
  expect(madeIn(await moveByTwo("credit", credit, "win_dispute"))).toEqual(["credit.win_dispute", "payment.reverse"]);
  expect([await statusOf("credit", credit), await statusOf("payment", payment)]).toEqual(["cancelled", "reversed"]);
});
