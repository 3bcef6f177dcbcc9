import { beforeAll, describe, expect, test } from "vitest";
import { type AnyMachine, eventsOf } from "#lib/domain/machine";
import { type Entity, entities, machines } from "#lib/domain/machines";
import { requirements } from "#lib/domain/requirement";
import { stepNow, useRules } from "#tests/db/moving";
import {
  addAccount,
  addCredit,
  addCustomer,
  addOffer,
  addPreLoan,
  addPrePayment,
  bruno,
  moveNow,
  sofia,
} from "#tests/db/portfolio";
import { accountCases } from "#tests/db/refusing/account";
import type { Cases, Refusing } from "#tests/db/refusing/cases";
import { creditCases } from "#tests/db/refusing/credit";
import { customerCases } from "#tests/db/refusing/customer";
import { moneyCases } from "#tests/db/refusing/money";
import { preLoanCases } from "#tests/db/refusing/pre-loan";

beforeAll(() =>
  useRules({
    ...{ requirements, maxAnnualRate: "28.5", maxActiveCredits: 3, overpaymentLimitMinor: 10n, daysToClosePending: 15 },
    blockAfterDays: 1,
  }),
);

const cases: Cases = { ...customerCases, ...preLoanCases, ...creditCases, ...moneyCases, ...accountCases };

/** What no row can be: the database refuses an amount of nothing, and a credit balance is never a card's own. */
const impossible = ["pre_payment.confirm amount_positive", "card.cancel no_credit_balance"];

const declared = (name: string) => {
  const [entity, event] = name.split(".") as [Entity, string];
  return { entity, event, ...((machines[entity] as AnyMachine).events[event] ?? expect.fail(`no ${name}`)) };
};

/** What stands in the way of an event: an operator's who may, or the system's. */
async function refusalsOf(name: string, { code, said, isBySystem }: Refusing) {
  const { entity, event, by, reasons } = declared(name);
  const reason = said?.reason ?? reasons?.[0];
  if (isBySystem || by.permission === undefined) return stepNow(entity, code, event, { reason, ...(said && { said }) });
  const outcome = await moveNow(sofia, entity, code, event, { typed: code, reason, ...said });
  return "refusals" in outcome ? outcome.refusals : outcome;
}

const each = Object.entries(cases).flatMap(([name, guards]) =>
  Object.entries(guards).map(([rule, of]) => [`${name} ${rule}`, name, rule, of] as const),
);

describe("by what is in the database alone", () => {
  test.each(each)("refuses %s", async (_, name, rule, of) => {
    const refusing = await of();
    const [refusal, ...others] = [await refusalsOf(name, refusing)].flat();
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ rule, ...(refusing.values && { values: refusing.values }) });
  });
});

test("no guard of any machine is left out", () => {
  const guards = entities.flatMap((entity) =>
    eventsOf(machines[entity] as AnyMachine).flatMap((event) =>
      (declared(`${entity}.${event}`).guards ?? []).map(({ rule }) => `${entity}.${event} ${rule}`),
    ),
  );
  expect([...each.map(([what]) => what), ...impossible].toSorted()).toEqual(guards.toSorted());
});

describe("nothing stands in the way of", () => {
  const asked = { ok: true, kind: "asked" };

  test("deleting one who has nothing but what is over", async () => {
    const { id, code } = await addCustomer();
    const other = await addCredit((await addCustomer()).id);
    await addPrePayment(other.customerId, { creditId: other.id });
    const { id: creditId } = await addCredit(id, { status: "paid", outstanding: 0n });
    await addCredit(id, { status: "cancelled", outstanding: 0n });
    await addPrePayment(id, { creditId, status: "rejected" });
    for (const status of ["rejected", "completed"] as const) await addPreLoan(id, { status });
    await addAccount(id, { status: "canceled" });
    const said = { reason: "duplicate", typed: code };
    expect(await moveNow(sofia, "customer", code, "delete", said)).toMatchObject(asked);
  });

  test("canceling an account of which all is over", async () => {
    const { id } = await addCustomer();
    const account = await addAccount(id);
    await addCredit(id, { accountId: account.id, status: "paid", outstanding: 0n });
    await addPreLoan(id, { accountId: account.id, status: "completed" });
    const said = { reason: "deceased", typed: account.code };
    expect(await moveNow(bruno, "account", account.code, "cancel", said)).toMatchObject(asked);
  });

  test("a request that refinances the one credit too many, at every limit", async () => {
    const { id } = await addCustomer();
    const offer = await addOffer({ maxActiveCredits: 1, amountMin: 1n }, { maxActiveCredits: 1, amountMin: null });
    const old = await addCredit(id, { offerId: offer.id, amount: 500n, outstanding: 500n });
    for (let count = 0; count < 2; count++) await addCredit(id);
    const values = { offerId: offer.id, amount: 500n, refinancesId: old.id };
    const { code } = await addPreLoan(id, values);
    expect(await moveNow(bruno, "pre_loan", code, "confirm")).toMatchObject({ ok: true, kind: "moved" });
  });

  test("a payment from outside of one who is blocked, up to the limit beyond what is owed", async () => {
    const { id } = await addCustomer({ status: "blocked" });
    const { id: creditId } = await addCredit(id, { amount: 500n, outstanding: 500n });
    const { code } = await addPrePayment(id, { creditId, amount: 510n, channel: "external", datedOn: "2026-03-15" });
    expect(await moveNow(bruno, "pre_payment", code, "confirm")).toMatchObject({ ok: true, kind: "moved" });
  });

  test("rejecting a request that is a day too old", async () => {
    const { code } = await addPreLoan((await addCustomer()).id, { createdAt: "2026-02-28T04:59:00Z" });
    expect(await stepNow("pre_loan", code, "reject", { reason: "expired" })).toMatchObject([{ to: "rejected" }]);
  });
});
