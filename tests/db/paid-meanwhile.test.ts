import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client";
import { statements } from "#db/schema/statement";
import { accountNow, addLent, today, useRules } from "#tests/db/moving";
import { addAccount, addCustomer, addPrePayment, bruno, moveNow } from "#tests/db/portfolio";
import { untilSomebodyWaits } from "#tests/db/waiting";

test("a payment that waited while a cycle was closed is for its statement", async () => {
  await useRules();
  const { id: customerId } = await addCustomer();
  const { id: accountId } = await addAccount(customerId);
  await addLent(customerId, { accountId, amount: 500n, outstanding: 500n });
  const { code } = await addPrePayment(customerId, { accountId, amount: 300n, datedOn: today });
  const asked = { debt: 500n, payoff: 500n, fallsDue: 300n, charges: 0n, minimum: 300n, added: 300n };
  let paying: ReturnType<typeof moveNow> | undefined;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select from customers where id = ${customerId} for no key update`);
    paying = moveNow(bruno, "pre_payment", code, "confirm");
    await untilSomebodyWaits();
    await tx.insert(statements).values({ ...asked, accountId, closedOn: today, dueOn: "2026-04-05" });
  });
  expect(await paying).toMatchObject({ ok: true });
  expect(await accountNow(accountId)).toMatchObject({ debt: 200n, minimumUnmet: 0n });
});
