import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findBorrowing } from "#db/read/borrowing";
import { findMoves } from "#db/read/moves";
import { credits } from "#db/schema/credit";
import { projects } from "#db/schema/project";
import { decideApproval } from "#db/write/approval";
import type { CreditRequest } from "#db/write/pre-loan";
import type { Offering } from "#lib/credit-request/borrowing";
import { obstaclesOf } from "#lib/credit-request/obstacle";
import { addDays } from "#lib/domain/day";
import { ask as askApproval, today, useRules } from "#tests/db/moving";
import { addCredit, addCustomer, addOffer, addPreLoan, bruno, clara, creditNow, moveNow, statusOf } from "#tests/db/portfolio";
import { ask, faultsIn, madeIn, requestIn, typed } from "#tests/db/requesting";

beforeEach(() => useRules());

describe("an offer", () => {
  const offeringOf = async (customer: string, offer: string, refinances = ""): Promise<Offering> =>
    (await findBorrowing(db, customer, refinances))?.offerings.find(({ code }) => code === offer) ?? expect.fail(`no ${offer}`);
  const obstacles = async (customer: string, offer: string, refinances = "") =>
    obstaclesOf(await offeringOf(customer, offer, refinances), "business", today as never).map(({ rule }) => rule);

  test.each<[string, Parameters<typeof addOffer>, string[]]>([
    ["enabled", [], []],
    ["disabled", [{}, { status: "disabled" }], ["offer_enabled"]],
    ["of an inactive product", [{ status: "inactive" }], ["product_enabled"]],
    ["not yet valid", [{}, { validFrom: "2026-03-16" }], ["offer_not_yet"]],
    ["valid from today", [{}, { validFrom: today, validUntil: today }], []],
    ["over", [{}, { validUntil: "2026-03-14" }], ["offer_over"]],
    ["not set", [{}, { terms: {} }], ["offer_unset"]],
  ])("that is %s is greyed with its reason, and refused with the same", async (_, values, rules) => {
    const { code } = await addCustomer();
    const offer = await addOffer(...values);
    expect(await obstacles(code, offer.code)).toEqual(rules);
    const outcome = await ask(code, typed(offer.code));
    expect(outcome.ok ? [] : faultsIn(outcome)).toEqual(rules.map((rule) => `offer: ${rule}`));
  });

  test("at the limit of active credits is open again to whoever refinances one of them", async () => {
    const { id, code } = await addCustomer();
    const offer = await addOffer({}, { maxActiveCredits: 1 });
    const credit = await addCredit(id, { offerId: offer.id });
    expect(await obstacles(code, offer.code)).toEqual(["below_limit_of_offer"]);
    expect(await obstacles(code, offer.code, credit.code)).toEqual([]);
  });

  test("of cards, or a draft, is not offered", async () => {
    const { code } = await addCustomer();
    const hidden = [await addOffer({ kind: "card" }), await addOffer({}, { status: "draft" })];
    const codes = (await findBorrowing(db, code, ""))?.offerings.map((each) => each.code);
    for (const each of hidden) {
      expect(codes).not.toContain(each.code);
      expect(faultsIn(await ask(code, typed(each.code)))).toEqual(["offer: offer_none"]);
    }
  });
});

describe("refinancing", () => {
  test("asks for what pays the old credit off and the new money, and closes the old one", async () => {
    const { id, code } = await addCustomer({ status: "disabled" });
    const old = await addCredit(id, { amount: 2_000_33n, daysPastDue: 10 });
    const offer = await addOffer({ decimals: 0 });
    expect(faultsIn(await ask(code, typed(offer.code)))).toContain("refinances: customer_may_borrow");
    const plain = typed(offer.code, { refinances: old.code, amount: "" });
    expect(await requestIn(madeIn(await ask(code, plain)))).toMatchObject({ amount: 2_001_00n, refinancesId: old.id });
    const made = madeIn(await ask(code, { ...plain, amount: "1000", disburse_on: today }));
    expect(await requestIn(made)).toMatchObject({ amount: 3_001_00n, disburseOn: null });
    expect(await moveNow(bruno, "pre_loan", made, "confirm")).toMatchObject({ ok: true, kind: "asked" });
  });

  test("is confirmed with the old credit closed in the same moment", async () => {
    const { id, code } = await addCustomer();
    const old = await addCredit(id, { amount: 2_000_00n });
    const offer = await addOffer();
    const made = madeIn(await ask(code, typed(offer.code, { refinances: old.code, amount: "10" })));
    expect(await moveNow(bruno, "pre_loan", made, "confirm")).toMatchObject({ ok: true, kind: "moved" });
    expect(await statusOf("credit", old.code)).toBe("cancelled");
    const [credit] = await db.select().from(credits).where(eq(credits.refinancesId, old.id));
    expect(credit).toMatchObject({ amount: 2_010_00n, status: "active" });
  });

  test("that a day made too small, or too late for its first due day, says so on its page and to whoever approves", async () => {
    const { id, code } = await addCustomer();
    const offer = await addOffer();
    const { code: first } = await addPreLoan(id, { offerId: offer.id });
    expect(await moveNow(bruno, "pre_loan", first, "confirm")).toMatchObject({ ok: true, kind: "moved" });
    const { creditId } = await requestIn(first);
    const old = await creditNow(creditId ?? "");
    await useRules({ fourEyes: ["pre_loan.confirm"] });
    const said = typed(offer.code, { refinances: old.code, amount: "", first_due_on: "2026-03-16" });
    const made = madeIn(await ask(code, said));
    const approval = await askApproval("pre_loan", made, "confirm");
    await db.update(projects).set({ businessDate: addDays(today, 1) });
    const page = (await findMoves(bruno, "pre_loan", made))?.offers.find(({ event }) => event === "confirm");
    const refusals = [
      { rule: "successor_covers", values: { amount: old.amount, owed: 500_329_30n } },
      { rule: "terms_first_due" },
    ];
    expect(page?.refusals).toEqual([...refusals, { rule: "approval_above" }]);
    expect(await decideApproval(clara, approval, true, randomUUID())).toEqual({ ok: false, kind: "refused", refusals });
    expect(await moveNow(bruno, "pre_loan", made, "confirm")).toEqual({ ok: false, kind: "refused", refusals });
    expect(await statusOf("credit", old.code)).toBe("active");
  });

  test("is of the business date, of a credit of theirs that is active, and not a purchase", async () => {
    const { id, code } = await addCustomer();
    const old = await addCredit(id, { amount: 2_000_00n });
    const closed = await addCredit(id, { status: "paid", outstanding: 0n });
    const theirs = await addCredit((await addCustomer()).id);
    const [offer, purchase] = [await addOffer(), await addOffer({}, { type: "purchase" })];
    const asked = async (more: Partial<CreditRequest["typed"]>) =>
      faultsIn(await ask(code, typed(offer.code, { refinances: old.code, ...more })));
    expect(await asked({ disburse_on: "2026-03-14" })).toEqual(["disburse_on: disburse_refinancing"]);
    expect(await asked({ offer: purchase.code })).toEqual(["offer: offer_of_purchases"]);
    for (const { code: refinances } of [closed, theirs])
      expect(await asked({ refinances })).toEqual(["refinances: refinances_none"]);
  });
});
