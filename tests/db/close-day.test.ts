import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { writeStatus } from "#db/move/record";
import { approvals } from "#db/schema/approval";
import { dayCloses } from "#db/schema/day-close";
import { history } from "#db/schema/history";
import { addDays } from "#lib/domain/day";
import { defaultRules } from "#lib/domain/rules";
import { businessDate, close, customerOf, expectByBooks, grant } from "#tests/db/closing";
import { ask, entriesOf, moveByTwo, pay, today, useRules } from "#tests/db/moving";
import {
  addCustomer,
  addPreLoan,
  addPrePayment,
  addPromise,
  bruno,
  creditNow,
  moveNow,
  sofia,
  statusOf,
} from "#tests/db/portfolio";
import { inForce } from "#tests/db/standing";
import { untilSomebodyWaits } from "#tests/db/waiting";

/** The business date when a test begins; those before it left credits that grow older with its own. */
let from = today;
const at = (days: number) => addDays(from, days);
const closed = (days: number) => close(at(days - 1));

beforeAll(() => useRules());
beforeEach(async () => {
  await inForce(defaultRules);
  from = await businessDate();
});

const counted = async (day: string) => (await db.select().from(dayCloses).where(eq(dayCloses.day, day)))[0]?.counts;

describe("the days go by", () => {
  test("arrears disable a customer, who is enabled once cured", async () => {
    const { id, customer, customerId } = await grant();
    expect(await closed(7)).toMatchObject({ closed: { length: 7 } });
    expect([await businessDate(), await customerOf(customer)]).toEqual([at(7), "enabled"]);
    expect(await creditNow(id)).toMatchObject({ nextDueOn: at(7), daysPastDue: 0, amountPastDue: 0n });
    await close();
    expect(await creditNow(id)).toMatchObject({
      daysPastDue: 1,
      delinquentDays: 1,
      amountPastDue: 100_00n,
      nextDueOn: at(14),
    });
    expect(await customerOf(customer)).toBe("disabled");
    await closed(10);
    expect(await creditNow(id)).toMatchObject({ daysPastDue: 3, delinquentDays: 3, pastDueSince: at(7) });
    expect(await counted(at(9))).toMatchObject({ aged: 1 });
    await expectByBooks();
    await pay(customerId, { creditId: id }, 100_00n);
    expect([await customerOf(customer), (await creditNow(id)).daysPastDue]).toEqual(["enabled", 0]);
    await closed(14);
    expect(await customerOf(customer)).toBe("enabled");
  });

  test("block a customer on the ninetieth delinquent day, and not a day before", async () => {
    const { id, code, customer } = await grant({}, { disburseOn: at(-95) });
    await closed(1);
    expect([(await creditNow(id)).delinquentDays, await customerOf(customer)]).toEqual([89, "disabled"]);
    await close();
    expect([(await creditNow(id)).delinquentDays, await customerOf(customer)]).toEqual([90, "blocked"]);
    const [blocked] = (await entriesOf(customer)).filter(({ action }) => action === "customer.block");
    expect(blocked).toMatchObject({ subject: "system", details: { rule: "delinquent_days", credit: code, days: 90 } });
    await expectByBooks();
  });

  test("shift delinquency by the days of grace", async () => {
    await inForce({ ...defaultRules, delinquencyGraceDays: 3 });
    const { id, customer } = await grant();
    await closed(10);
    expect(await creditNow(id)).toMatchObject({ daysPastDue: 3, delinquentDays: 0 });
    expect(await customerOf(customer)).toBe("enabled");
    await close();
    expect(await creditNow(id)).toMatchObject({ daysPastDue: 4, delinquentDays: 1 });
    expect(await customerOf(customer)).toBe("disabled");
    await expectByBooks();
  });

  test("charge the late fee once and late interest every day", async () => {
    const lateFee = { kind: "fixed", minor: "5000" } as const;
    const { id } = await grant({ lateFee, lateRate: "36.5" });
    await closed(8);
    // 0.1 % of 100.00 a day.
    expect(await creditNow(id)).toMatchObject({ outstanding: 1_250_10n, amountPastDue: 150_10n });
    await closed(11);
    expect(await creditNow(id)).toMatchObject({ outstanding: 1_250_40n, amountPastDue: 150_40n, daysPastDue: 4 });
    await expectByBooks();
  });

  test("stand still for a credit in dispute, and for one whose product is stopped", async () => {
    const [disputed, stopped] = [await grant({ lateRate: "36.5" }), await grant({ annualRate: "20", lateRate: "36.5" })];
    await closed(9);
    await moveNow(bruno, "credit", disputed.code, "dispute", { reason: "duplicate", amountMinor: 100_00n });
    const { rows } = await db.execute<{ code: string }>(
      sql`select p.code from products p join offers o on o.product_id = p.id where o.id = ${stopped.offerId}`,
    );
    const product = rows[0]?.code ?? "";
    await moveByTwo("product", product, "deactivate", { reason: "discontinued", typed: product });
    expect(await customerOf(stopped.customer)).toBe("disabled");
    await closed(13);
    for (const { id } of [disputed, stopped])
      expect(await creditNow(id)).toMatchObject({ daysPastDue: 6, delinquentDays: 2, pausedDays: 4 });
    // A dispute still counts against eligibility; of a stopped product nothing does.
    expect([await customerOf(disputed.customer), await customerOf(stopped.customer)]).toEqual(["disabled", "enabled"]);
    await moveNow(bruno, "credit", disputed.code, "lose_dispute");
    await moveNow(sofia, "product", product, "reactivate", { reason: "relaunched" });
    await close();
    for (const { id } of [disputed, stopped])
      expect(await creditNow(id)).toMatchObject({ daysPastDue: 7, delinquentDays: 3, pausedDays: 4 });
    expect(await customerOf(stopped.customer)).toBe("disabled");
    await expectByBooks();
  });
});

describe("what has waited too long", () => {
  test("a request is rejected by the system once it is older than the project lets it be, and not before", async () => {
    const { id } = await addCustomer();
    const { code } = await addPreLoan(id, { createdAt: `${at(-14)}T12:00:00Z` });
    await close();
    expect(await statusOf("pre_loan", code)).toBe("pending");
    await close();
    expect(await statusOf("pre_loan", code)).toBe("rejected");
    const details = { from: "pending", to: "rejected", reason: "expired", rule: "pending_too_long", days: 16, limit: 15 };
    expect(await entriesOf(code)).toMatchObject([{ subject: "system", action: "pre_loan.reject", details }]);
    expect(await counted(at(1))).toMatchObject({ "pre_loan.reject": 1 });
  });

  test("a request that is decided while the close waits for its customer is left as it is", async () => {
    const { id: customerId } = await addCustomer();
    const { id, code } = await addPreLoan(customerId, { createdAt: `${at(-20)}T12:00:00Z` });
    let closing: ReturnType<typeof close> | undefined;
    await db.transaction(async (tx) => {
      await tx.execute(sql`select from customers where id = ${customerId} for no key update`);
      closing = close();
      await untilSomebodyWaits();
      await tx.execute(sql`insert into transitions (entity, record, seq, event, from_status, to_status)
        values ('pre_loan', ${id}, 1, 'reject', 'pending', 'rejected')`);
      await writeStatus(tx, { entity: "pre_loan", id }, "rejected");
    });
    expect(await closing).toMatchObject({ closed: { length: 1 } });
    expect(await entriesOf(code)).toEqual([]);
  });

  test("an approval that nobody gave is noted in the history", async () => {
    const { code } = await addCustomer();
    const asked = await ask("customer", code, "delete", { reason: "holder_request", typed: code });
    await db.update(approvals).set({ expiresAt: sql`now() - interval '1 minute'` }).where(eq(approvals.code, asked));
    await close();
    expect(await db.select({ status: approvals.status }).from(approvals).where(eq(approvals.code, asked))).toEqual([
      { status: "expired" },
    ]);
    expect((await entriesOf(code)).at(-1)).toMatchObject({
      ...{ subject: "system", action: "approval.expired", customer: code },
      details: { approval: asked, event: "customer.delete" },
    });
    expect(await counted(from)).toMatchObject({ "approval.expired": 1 });
  });

  test("a promise is broken the day after its day, and one that is paid is kept", async () => {
    const { id, customerId } = await grant();
    const [late, due] = [
      await addPromise(customerId, { creditId: id, dueOn: from }),
      await addPromise(customerId, { creditId: id, dueOn: at(1) }),
    ];
    await close();
    expect([await statusOf("promise", late.code), await statusOf("promise", due.code)]).toEqual(["broken", "open"]);
    expect(await counted(from)).toMatchObject({ "promise.break": 1 });
  });

  test("money announced for a later day waits for its day", async () => {
    const { id, customerId } = await grant();
    const { code } = await addPrePayment(customerId, { creditId: id, amount: 100_00n, datedOn: at(1) });
    expect(await moveNow(bruno, "pre_payment", code, "confirm")).toMatchObject({ refusals: [{ rule: "not_dated_ahead" }] });
    await close();
    expect(await statusOf("pre_payment", code)).toBe("pending");
    expect(await moveNow(bruno, "pre_payment", code, "confirm")).toMatchObject({ ok: true });
  });
});

test("its beginning and its end are in the history, by who began it, with what it changed", async () => {
  await grant();
  await closed(8);
  const rows = await db.select().from(history).where(eq(history.module, "close-day")).orderBy(history.id);
  const last = rows.slice(-2).map(({ email, action, details }) => ({ email, action, details }));
  expect(last).toEqual([
    { email: "sofia@demo.example", action: "day.close", details: { day: at(7) } },
    {
      email: "sofia@demo.example",
      action: "day.closed",
      details: expect.objectContaining({ day: at(7), "customer.disable": expect.any(Number) }),
    },
  ]);
});
