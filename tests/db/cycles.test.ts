import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listMinimums } from "#db/books/minimum";
import { db } from "#db/client";
import { products } from "#db/schema/product";
import { statements } from "#db/schema/statement";
import { decideApproval } from "#db/write/approval";
import { askBalanceRefund } from "#db/write/balance-refund";
import { addDays, addMonths, type Day, dayOfMonth, startOfMonth } from "#lib/domain/day";
import { defaultRules } from "#lib/domain/rules";
import { businessDate, close, expectByBooks } from "#tests/db/closing";
import { accountNow, entriesOf, moveByTwo, pay, reverse, useRules } from "#tests/db/moving";
import { addOffer, bruno, clara, moveNow, offered, sofia } from "#tests/db/portfolio";
import { addWallet, creditsOf, type MadeWallet, say } from "#tests/db/purchases";
import { inForce } from "#tests/db/standing";

/** The next closing, on the 20th of a month, and the days on which its statement and the one after it fall due. */
let [closing, due, nextDue] = ["", "", ""] as unknown as [Day, Day, Day];

beforeAll(() => useRules());
beforeEach(async () => {
  await inForce(defaultRules);
  const date = await businessDate();
  const month = startOfMonth(dayOfMonth(date) > 15 ? addMonths(date, 1, "clamp") : date);
  // Each test begins on the 16th, so that its purchases are of one cycle.
  await close(addDays(month, 14));
  closing = addDays(month, 19);
  due = addDays(addMonths(month, 1, "clamp"), 4);
  nextDue = addDays(addMonths(month, 2, "clamp"), 4);
});

/** An account that asks for a tenth of its debt, and 30 at least; its purchases are repaid in six without interest. */
async function opened(): Promise<MadeWallet> {
  const terms = { ...offered, annualRate: "0", unit: "month" as const };
  const { productId } = await addOffer({ kind: "card" }, { terms, instalmentsMin: 6, instalmentsMax: 36 });
  await db.update(products).set({ minimumPercent: "10", minimumFixed: 30_00n }).where(eq(products.id, productId));
  return addWallet({ account: { productId } });
}

const buy = async (its: MadeWallet, amountMinor = 600_00n) => {
  const answer = await say("settlement", its, { amountMinor, at: `${await businessDate()}T15:00:00Z` });
  return (answer.ok && answer.credit) || "";
};

const statementsOf = ({ account: { id } }: MadeWallet) =>
  db.select().from(statements).where(eq(statements.accountId, id)).orderBy(statements.closedOn);
const statusNow = async ({ account: { id } }: MadeWallet) => {
  const { status, minimumUnmet, minimumDueOn } = await accountNow(id);
  return { status, minimumUnmet, minimumDueOn };
};
const payTo = (its: MadeWallet, amount: bigint) => pay(its.customer.id, { accountId: its.account.id }, amount);

describe("a cycle", () => {
  test("closes with a statement of what falls due, which is asked for from then on", async () => {
    const its = await opened();
    await buy(its);
    await close(addDays(closing, -1));
    expect(await statementsOf(its)).toEqual([]);
    await close();
    const asked = { debt: 600_00n, fallsDue: 100_00n, charges: 0n, minimum: 100_00n, added: 100_00n, payoff: 600_00n };
    expect(await statementsOf(its)).toMatchObject([{ closedOn: closing, dueOn: due, ...asked }]);
    expect(await statusNow(its)).toEqual({ status: "active", minimumUnmet: 100_00n, minimumDueOn: due });
    expect(await creditsOf(its.account.id)).toMatchObject([{ firstDueOn: due, nextDueOn: due }]);
    await expectByBooks();
  });

  test("in which nothing is owed, or of which all is in dispute, makes no statement", async () => {
    const [none, disputed] = [await opened(), await opened()];
    await moveNow(bruno, "credit", await buy(disputed), "dispute", { reason: "not_received", amountMinor: 600_00n });
    await close(closing);
    expect([await statementsOf(none), await statementsOf(disputed)]).toEqual([[], []]);
  });

  test("closes once, however often the day is closed and whoever closes it", async () => {
    const its = await opened();
    await buy(its);
    await close(addDays(closing, 3));
    expect(await statementsOf(its)).toHaveLength(1);
  });
});

describe("a minimum payment", () => {
  test("unmet after its day suspends, and is asked for again with the next; paid, it reinstates", async () => {
    const its = await opened();
    await buy(its);
    await close(due);
    expect(await statusNow(its)).toEqual({ status: "suspended", minimumUnmet: 100_00n, minimumDueOn: due });
    const [suspended] = (await entriesOf(its.account.code)).filter(({ action }) => action === "account.suspend");
    expect(suspended).toMatchObject({ subject: "system", details: { rule: "minimum_unmet", days: 1 } });
    await close(addDays(addMonths(closing, 1, "clamp"), 0));
    expect(await statementsOf(its)).toMatchObject([{}, { dueOn: nextDue, minimum: 200_00n, added: 100_00n, fallsDue: 100_00n }]);
    await payTo(its, 99_00n);
    expect(await statusNow(its)).toEqual({ status: "suspended", minimumUnmet: 101_00n, minimumDueOn: due });
    await payTo(its, 1_00n);
    // The newer one is not due yet.
    expect(await statusNow(its)).toEqual({ status: "active", minimumUnmet: 100_00n, minimumDueOn: nextDue });
    await expectByBooks();
  });

  test("met in time suspends nobody; its payment reversed, it is unmet again, whatever was asked for since", async () => {
    const its = await opened();
    await buy(its);
    await close(closing);
    const { payment } = await payTo(its, 100_00n);
    expect(await statusNow(its)).toEqual({ status: "active", minimumUnmet: 0n, minimumDueOn: null });
    await close(addMonths(closing, 1, "clamp"));
    expect(await statusNow(its)).toEqual({ status: "active", minimumUnmet: 100_00n, minimumDueOn: nextDue });
    await reverse(payment.code);
    expect(await statusNow(its)).toEqual({ status: "suspended", minimumUnmet: 200_00n, minimumDueOn: due });
    await expectByBooks();
  });

  test("paid off with all that is owed leaves nothing to be asked", async () => {
    const its = await opened();
    await buy(its);
    await close(due);
    await payTo(its, 600_00n);
    expect(await statusNow(its)).toEqual({ status: "active", minimumUnmet: 0n, minimumDueOn: null });
    await expectByBooks();
  });

  test("met by the credit balance alone is unmet again once that is paid out, and suspends then and there", async () => {
    const its = await opened();
    const externalId = `${its.card.code}-returned`;
    await say("settlement", its, { amountMinor: 600_00n, externalId, at: `${await businessDate()}T15:00:00Z` });
    await payTo(its, 600_00n);
    await say("refund", its, { amountMinor: 600_00n, purchase: externalId, externalId: `${externalId}-back` });
    await buy(its);
    await close(due);
    expect(await statusNow(its)).toEqual({ status: "active", minimumUnmet: 0n, minimumDueOn: null });
    const asked = await askBalanceRefund(bruno, { account: its.account.code, reference: "TRX" }, randomUUID());
    const approval = (asked.ok && asked.kind === "asked" && asked.approval) || "";
    const decided = await decideApproval(clara, approval, true, randomUUID());
    expect(decided).toMatchObject({ done: [{ event: "suspend", cause: { rule: "minimum_unmet" } }] });
    expect(await statusNow(its)).toEqual({ status: "suspended", minimumUnmet: 100_00n, minimumDueOn: due });
    const told = (await entriesOf(its.account.code)).slice(-2).map(({ action, email }) => `${action} by ${email}`);
    expect(told).toEqual([`balance.refunded by ${clara.email}`, "account.suspend by system"]);
    expect(await say("authorization", its)).toMatchObject({ outcome: "declined" });
    await expectByBooks();
  });

  test("is not asked of a purchase in dispute, whose debt the account leaves out, but not its line", async () => {
    const its = await opened();
    const credit = await buy(its);
    await close(due);
    expect((await statusNow(its)).status).toBe("suspended");
    await moveNow(bruno, "credit", credit, "dispute", { reason: "not_received", amountMinor: 600_00n });
    expect(await statusNow(its)).toEqual({ status: "active", minimumUnmet: 0n, minimumDueOn: null });
    expect(await accountNow(its.account.id)).toMatchObject({ debt: 0n, disputed: 600_00n, available: 400_00n });
    expect(await moveByTwo("credit", credit, "win_dispute")).toMatchObject({ ok: true });
    expect(await accountNow(its.account.id)).toMatchObject({ debt: 0n, disputed: 0n, available: 1_000_00n });
    await expectByBooks();
  });

  test("met does not lift an operator's suspension", async () => {
    const its = await opened();
    await buy(its);
    await moveNow(bruno, "account", its.account.code, "suspend", { reason: "fraud" });
    await close(due);
    await payTo(its, 100_00n);
    expect(await statusNow(its)).toEqual({ status: "suspended", minimumUnmet: 0n, minimumDueOn: null });
    expect(await moveNow(bruno, "account", its.account.code, "reinstate", { reason: "cured" })).toMatchObject({ ok: true });
  });

  test("is met by what is paid on the new business date while the cycle is still to be closed", async () => {
    const its = await opened();
    await buy(its);
    await close(closing);
    await payTo(its, 40_00n);
    // As if it had come before the statement was made.
    await db.execute(sql`update payments set created_at = created_at - interval '1 hour' where account_id = ${its.account.id}`);
    const [minimum] = await listMinimums(db, "", 1_000).then((all) => all.filter(({ code }) => code === its.account.code));
    expect(minimum).toMatchObject({ now: { unmet: 60_00n, dueOn: due }, stored: { unmet: 60_00n } });
  });

  test("waits for the days of grace", async () => {
    await inForce({ ...defaultRules, suspendGraceDays: 2 });
    const its = await opened();
    await buy(its);
    await close(addDays(due, 1));
    expect((await statusNow(its)).status).toBe("active");
    await close();
    expect((await statusNow(its)).status).toBe("suspended");
  });
});

test("while its product is inactive no cycle closes, and the next one holds what was not billed", async () => {
  const its = await opened();
  await buy(its);
  const [product] = await db.select().from(products).where(eq(products.id, its.account.productId));
  const code = product?.code ?? "";
  expect(await moveByTwo("product", code, "deactivate", { reason: "regulation", typed: code })).toMatchObject({ ok: true });
  await close(closing);
  expect(await statementsOf(its)).toEqual([]);
  expect(await moveNow(sofia, "product", code, "reactivate", { reason: "relaunched" })).toMatchObject({ ok: true });
  await close(addMonths(closing, 1, "clamp"));
  expect(await statementsOf(its)).toMatchObject([{ dueOn: nextDue, fallsDue: 200_00n, minimum: 200_00n }]);
});
