import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { accounts } from "#db/schema/account";
import { expectCovered } from "#tests/db/covered";
import { accountNow, addLent, entriesOf, madeIn, moveByTwo, pay, today, useRules } from "#tests/db/moving";
import {
  addAccount,
  addCard,
  addCustomer,
  addOffer,
  addPrePayment,
  andres,
  bruno,
  carla,
  moveNow,
  sofia,
  statusOf,
} from "#tests/db/portfolio";

beforeEach(() => useRules());

type Values = Parameters<typeof addAccount>[1];

/** An account that owes 100, and its customer. */
async function opened(values: Values = {}) {
  const { id, code: customer } = await addCustomer();
  const account = await addAccount(id, values);
  const { id: credit } = await addLent(id, { accountId: account.id, amount: 100n, outstanding: 100n });
  return { ...account, customer, credit };
}

const unmet = { minimumUnmet: 20n, minimumDueOn: "2026-03-14" };
const payOf = ({ customerId, id }: { customerId: string; id: string }, amount: bigint) =>
  pay(customerId, { accountId: id }, amount);

describe("an account", () => {
  test("is suspended when its minimum is not met, which its history says", async () => {
    const account = await opened(unmet);
    const { outcome } = await payOf(account, 1n);
    expect(madeIn(outcome)).toEqual(["pre_payment.confirm", "account.suspend"]);
    expect(await accountNow(account.id)).toMatchObject({ status: "suspended", heldAt: null, minimumUnmet: 19n });
    const details = { from: "active", to: "suspended", rule: "minimum_unmet", days: 1 };
    expect(await entriesOf(account.code)).toMatchObject([
      { subject: "system", action: "account.suspend", customer: account.customer, details },
    ]);
  });

  test.each<[when: string, values: Values, product: "enabled" | "inactive"]>([
    ["on the day it is due", { ...unmet, minimumDueOn: today }, "enabled"],
    ["while its product is inactive", unmet, "inactive"],
  ])("is not suspended %s", async (_, values, status) => {
    const { productId } = await addOffer({ kind: "card", status });
    const { code, customer } = await opened({ ...values, productId });
    await moveNow(bruno, "customer", customer, "disable", { reason: "holder_request" });
    expect(await statusOf("account", code)).toBe("active");
  });

  test("is not suspended within the project's grace", async () => {
    await useRules({ suspendGraceDays: 1 });
    const account = await opened(unmet);
    expect(madeIn((await payOf(account, 1n)).outcome)).toEqual(["pre_payment.confirm"]);
  });

  test("is reinstated when its minimum is met", async () => {
    const account = await opened({ ...unmet, status: "suspended" });
    expect(madeIn((await payOf(account, 19n)).outcome)).toEqual(["pre_payment.confirm"]);
    expect(madeIn((await payOf(account, 1n)).outcome)).toEqual(["pre_payment.confirm", "account.reinstate"]);
    const now = { status: "active", minimumUnmet: 0n, minimumDueOn: null };
    expect(await accountNow(account.id)).toMatchObject(now);
    expect(await entriesOf(account.code)).toMatchObject([
      { subject: "system", details: { from: "suspended", to: "active", rule: "minimums_met" } },
    ]);
  });

  test("that an operator suspended is held until an operator reinstates it", async () => {
    const account = await opened();
    const suspended = await moveNow(bruno, "account", account.code, "suspend", { reason: "fraud" });
    expect(madeIn(suspended)).toEqual(["account.suspend"]);
    expect((await accountNow(account.id)).heldAt).not.toBeNull();
    expect(madeIn((await payOf(account, 10n)).outcome)).toEqual(["pre_payment.confirm"]);
    const reinstated = await moveNow(bruno, "account", account.code, "reinstate", { reason: "cured" });
    expect(madeIn(reinstated)).toEqual(["account.reinstate"]);
    expect(await accountNow(account.id)).toMatchObject({ status: "active", heldAt: null });
  });

  test("is canceled with all its cards, whatever has become of them", async () => {
    const { id } = await addCustomer();
    const account = await addAccount(id);
    const states = ["default", "active", "suspended", "blocked", "lost", "stolen", "canceled"] as const;
    const all = await Promise.all(states.map((status) => addCard(account.id, { status })));
    const other = await addCard((await addAccount(id)).id);
    const said = { reason: "holder_request", typed: account.code.toLowerCase() };
    const made = madeIn(await moveByTwo("account", account.code, "cancel", said));
    expect(made).toEqual(["account.cancel", ...Array(6).fill("card.cancel")]);
    expect(new Set(await Promise.all(all.map(({ code }) => statusOf("card", code))))).toEqual(new Set(["canceled"]));
    expect(await statusOf("card", other.code)).toBe("default");
    const details = { from: "default", to: "canceled", rule: "account_canceled", account: account.code };
    expect(await entriesOf(all[0]?.code ?? "")).toMatchObject([{ subject: "system", action: "card.cancel", details }]);
  });

  test("is canceled by nobody who has not typed its ID", async () => {
    const { code } = await opened();
    for (const typed of [undefined, "", "A-AAAAAA"])
      expect(await moveNow(sofia, "account", code, "cancel", { reason: "deceased", typed })).toMatchObject({
        refusals: [{ rule: "id_not_typed", values: { id: code } }],
      });
  });
});

describe("a card", () => {
  const walks: [from: string, event: string, reason: string][][] = [
    [
      ["default", "activate", "first_use"],
      ["active", "suspend", "risk_review"],
      ["suspended", "resume", "review_closed"],
      ["active", "block", "suspicious_activity"],
      ["blocked", "unblock", "mistake"],
      ["active", "report_lost", "reported_by_holder"],
      ["lost", "report_stolen", "reported_by_police"],
      ["stolen", "cancel", "replaced"],
    ],
  ];
  test.each(walks)("is walked by an operator through all its states", async (...steps) => {
    const { id } = await opened();
    const { code } = await addCard(id);
    for (const [from, event, reason] of steps) {
      expect(await statusOf("card", code)).toBe(from);
      expect(madeIn(await moveNow(bruno, "card", code, event, { reason }))).toEqual([`card.${event}`]);
    }
    expect((await entriesOf(code)).map(({ subject, action }) => `${subject} ${action}`)).toEqual(
      steps.map(([, event]) => `bruno card.${event}`),
    );
  });

  test.each([
    ["block", "holder_request", "blocked"],
    ["report_lost", "reported_by_holder", "lost"],
    ["report_stolen", "reported_by_holder", "stolen"],
  ])("is at its customer's word: %s", async (event, reason, to) => {
    const { id } = await opened();
    const { code } = await addCard(id, { status: "active" });
    expect(await moveNow(carla, "card", code, event, { reason })).toMatchObject({ ok: true, done: [{ to }] });
    expect(await entriesOf(code)).toMatchObject([{ subject: "carla", role: "customer", action: `card.${event}` }]);
  });

  test.each(["activate", "suspend", "resume", "unblock", "cancel"])("but not for %s", async (event) => {
    const { id } = await opened();
    const { code } = await addCard(id);
    for (const actor of [carla, andres])
      expect(await moveNow(actor, "card", code, event)).toMatchObject({ refusals: [{ rule: "permission" }] });
    expect((await entriesOf(code)).map(({ email, action, details }) => [email, action, details])).toEqual([
      ["carla@demo.example", "permission.refused", { event }],
      ["andres@demo.example", "permission.refused", { event }],
    ]);
  });

  test("keeps its state while its account is suspended", async () => {
    const account = await opened();
    const { code } = await addCard(account.id, { status: "active" });
    await moveNow(bruno, "account", account.code, "suspend", { reason: "fraud" });
    expect(await statusOf("card", code)).toBe("active");
  });
});

test("a payment of what a suspended account owes is taken", async () => {
  const account = await opened({ status: "suspended", heldAt: "2026-03-01T10:00:00Z" });
  const { code } = await addPrePayment(account.customerId, { accountId: account.id, amount: 100n });
  expect(await moveNow(bruno, "pre_payment", code, "confirm")).toMatchObject({ ok: true });
  expect(await db.select().from(accounts).where(eq(accounts.id, account.id))).toMatchObject([{ status: "suspended" }]);
});

test("all that this says of, and no more, was made", () => expectCovered("account"));
