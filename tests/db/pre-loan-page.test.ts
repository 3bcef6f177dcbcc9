import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findCredit } from "#db/read/credit";
import { findPreLoan } from "#db/read/pre-loan";
import { accounts } from "#db/schema/account";
import { today, useRules } from "#tests/db/moving";
import { addCustomer, addOffer, addPreLoan, bruno, moveNow, offered } from "#tests/db/portfolio";
import { addWallet, say } from "#tests/db/purchases";

beforeEach(() => useRules());

/** A purchase that waits, on an account whose cycles close on the 20th and fall due on the 5th. */
async function bought(terms: object = offered) {
  const { productId } = await addOffer({ kind: "card" }, { terms: { ...offered, ...terms }, instalmentsMin: 6 });
  const its = await addWallet({ account: { productId } });
  const asked = await say("authorization", its, { externalId: its.card.code, amountMinor: 600_00n });
  return { its, code: (asked.ok && asked.request) || expect.fail(JSON.stringify(asked)) };
}

const shown = async (code: string) => (await findPreLoan(bruno, code)) ?? expect.fail(code);
const planOfCredit = async (code: string | null) =>
  (await findCredit(bruno, code ?? ""))?.plan ?? expect.fail(`no credit ${code}`);

describe("the schedule of a request on an account", () => {
  test("is billed with its statements, before it is confirmed as after", async () => {
    const { its, code } = await bought();
    const before = await shown(code);
    expect(before).toMatchObject({
      firstDueOn: "2026-04-05",
      isBilled: true,
      plan: { firstDueOn: "2026-04-05", instalments: 6 },
    });
    expect(await moveNow(bruno, "pre_loan", code, "confirm")).toMatchObject({ ok: true });
    await db.update(accounts).set({ dueDay: 28 }).where(eq(accounts.id, its.account.id));
    const after = await shown(code);
    expect(after).toMatchObject({ firstDueOn: "2026-04-05", isBilled: true });
    expect(after.plan).toEqual(before.plan);
    expect(after.plan).toEqual(await planOfCredit(after.credit));
  });

  test("is of what was settled, not of what was held", async () => {
    const { its, code } = await bought();
    expect(await say("settlement", its, { externalId: its.card.code, amountMinor: 450_00n })).toMatchObject({ ok: true });
    const { plan, credit } = await shown(code);
    expect(plan).toMatchObject({ principal: 450_00n });
    expect(plan).toEqual(await planOfCredit(credit));
  });

  test("is as its offer says where that does not ask by the month", async () => {
    const { code } = await bought({ every: 2, unit: "week" });
    expect(await shown(code)).toMatchObject({
      firstDueOn: null,
      isBilled: false,
      plan: { firstDueOn: null, disbursedOn: today },
    });
  });
});

test("the schedule of any other request is due on the day that was asked for, else as its offer says", async () => {
  const { id } = await addCustomer();
  const asked = await addPreLoan(id, { firstDueOn: "2026-04-22" });
  expect(await shown(asked.code)).toMatchObject({
    firstDueOn: "2026-04-22",
    isBilled: false,
    plan: { firstDueOn: "2026-04-22" },
  });
  const { code } = await addPreLoan(id);
  expect(await shown(code)).toMatchObject({ firstDueOn: null, isBilled: false, plan: { firstDueOn: null } });
  expect(await moveNow(bruno, "pre_loan", code, "confirm")).toMatchObject({ ok: true });
  const { plan, credit } = await shown(code);
  expect(plan).toEqual(await planOfCredit(credit));
});
