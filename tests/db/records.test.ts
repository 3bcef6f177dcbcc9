import { beforeAll, describe, expect, test } from "vitest";
import { findAccount } from "#db/read/account";
import { findCard } from "#db/read/card";
import { findCredit } from "#db/read/credit";
import { findOffer } from "#db/read/offer";
import { findPayment } from "#db/read/payment";
import { findPreLoan } from "#db/read/pre-loan";
import { findPrePayment } from "#db/read/pre-payment";
import { findProduct } from "#db/read/product";
import { findPromise } from "#db/read/promise";
import { can, roles } from "#lib/domain/actor";
import { addLinkedRecords } from "#tests/db/linked-records";
import * as make from "#tests/db/portfolio";

const { sofia, carla } = make;
let world: Awaited<ReturnType<typeof addLinkedRecords>>;
beforeAll(async () => {
  world = await addLinkedRecords();
});

test("a pre-loan leads to what was asked, and to the credit that came of it", async () => {
  const { customer, offer, request, old, credit, authorization, account, card } = world;
  expect(await findPreLoan(sofia, request.code)).toMatchObject({
    code: request.code,
    status: "completed",
    customer: { code: customer.code, name: "Ana María Ríos" },
    product: { name: "Libre" },
    offer: { code: offer.code, name: "Libre 24" },
    downpayment: 10_00n,
    instalments: 12,
    refinances: old.code,
    credit: credit.code,
    account: null,
    card: null,
  });
  const links = { account: account.code, card: card.code, credit: null, refinances: null };
  expect(await findPreLoan(sofia, authorization.code)).toMatchObject(links);
});

test("a credit leads to the one it refinances, its request, payments, announcements and promises", async () => {
  const { credit, old, request, prePayment, promise } = world;
  expect(await findCredit(sofia, credit.code)).toMatchObject({
    amount: 900_00n,
    figures: { outstanding: 600_00n, daysPastDue: 4 },
    request: request.code,
    refinances: old.code,
    refinancedBy: null,
    payments: { rows: [{ code: world.payment.code, amount: 320_00n, part: 300_00n }], total: 1 },
    prePayments: { rows: [{ code: prePayment.code }], total: 1 },
    promises: { rows: [{ code: promise.code }], total: 1 },
    disputes: [],
  });
  const refinanced = { refinancedBy: credit.code, closedBy: "refinance", request: null };
  expect(await findCredit(sofia, old.code)).toMatchObject({ ...refinanced, payments: { rows: [], total: 0 } });
});

test("a credit of an account leads to it and its card, and has its part of the account's payments", async () => {
  expect(await findCredit(sofia, world.purchase.code)).toMatchObject({
    account: world.account.code,
    card: world.card.code,
    payments: { rows: [{ code: world.toAccount.code, status: "reversed", amount: 105_00n, part: 100_00n }] },
  });
});

test("a credit shows its disputes, open and decided", async () => {
  const { code, id } = await make.addCredit(world.customer.id);
  await make.moveNow(sofia, "credit", code, "dispute", { reason: "duplicate", amountMinor: 7_00n });
  await make.moveNow(sofia, "credit", code, "lose_dispute");
  await make.moveNow(sofia, "credit", code, "dispute", { reason: "duplicate", amountMinor: 8_00n });
  const found = await findCredit(sofia, code);
  expect(found?.disputes).toMatchObject([
    { amount: 8_00n, accepted: null, decidedAt: null },
    { amount: 7_00n, accepted: 0n, decidedAt: expect.any(String) },
  ]);
  expect(found).not.toHaveProperty("id", id);
});

test("a pre-payment leads to the payment it became, and that one back and to its parts", async () => {
  const { prePayment, payment, credit, account, purchase } = world;
  expect(await findPrePayment(sofia, prePayment.code)).toMatchObject({
    payment: payment.code,
    credit: credit.code,
    account: null,
  });
  expect(await findPayment(sofia, payment.code)).toMatchObject({
    amount: 320_00n,
    prePayment: prePayment.code,
    credit: credit.code,
    parts: [{ code: credit.code, status: "active", amount: 300_00n }],
  });
  const ofAccount = { account: account.code, credit: null, prePayment: null, status: "reversed" };
  expect(await findPayment(sofia, world.toAccount.code)).toMatchObject({
    ...ofAccount,
    parts: [{ code: purchase.code, amount: 100_00n }],
  });
});

test("a product leads to its offers, each in use or idle", async () => {
  const product = await make.addOffer({ name: "Other" }, { name: "Used" });
  await make.addCredit(world.customer.id, { offerId: product.id });
  const { product: owner = { code: "" } } = (await findOffer(sofia, product.code)) ?? {};
  expect(await findProduct(sofia, owner.code)).toMatchObject({
    name: "Other",
    activeCredits: 1,
    offers: [{ code: product.code, name: "Used", isInUse: true }],
  });
  const idle = await make.addOffer();
  const { product: unused = { code: "" } } = (await findOffer(sofia, idle.code)) ?? {};
  expect(await findProduct(sofia, unused.code)).toMatchObject({ activeCredits: 0, offers: [{ isInUse: false }] });
});

test("an offer shows its own limits, and its product's beside them", async () => {
  expect(await findOffer(sofia, world.offer.code)).toMatchObject({
    product: { name: "Libre" },
    ...{ amountMin: null, amountMax: 9_000_000_00n, maxActiveCredits: null },
    inherited: { amountMin: 50_00n, amountMax: null, maxActiveCredits: 3 },
    terms: { annualRate: "24.5" },
    isUsed: true,
    activeCredits: 2,
  });
});

test("an account leads to its cards, credits and payments, and what waits on it", async () => {
  const { account, card, replacement, purchase, authorization } = world;
  expect(await findAccount(sofia, account.code)).toMatchObject({
    creditLine: 1_000_00n,
    debt: 200_00n,
    authorized: 150_00n,
    creditBalance: 5_00n,
    cards: { rows: [{ code: replacement.code }, { code: card.code }], total: 2 },
    authorizations: { rows: [{ code: authorization.code, amount: 150_00n }], total: 1 },
    credits: { rows: [{ code: purchase.code }], total: 1 },
    payments: { rows: [{ code: world.toAccount.code }], total: 1 },
    prePayments: { rows: [], total: 0 },
    promises: { rows: [], total: 0 },
  });
});

test("a card leads to its account, to what it replaces, and to what was bought with it", async () => {
  const { account, card, replacement, purchase } = world;
  expect(await findCard(sofia, card.code)).toMatchObject({
    account: { code: account.code, status: "active" },
    debt: 200_00n,
    replaces: null,
    replacedBy: replacement.code,
    credits: { rows: [{ code: purchase.code }], total: 1 },
  });
  const other = { replaces: card.code, replacedBy: null, debt: 0n, credits: { rows: [], total: 0 } };
  expect(await findCard(sofia, replacement.code)).toMatchObject(other);
});

test("a promise shows what was paid since it was made", async () => {
  const before = { amount: 100_00n, dueOn: "2099-01-01", credit: world.credit.code, account: null };
  expect(await findPromise(sofia, world.promise.code)).toMatchObject({ ...before, paid: 300_00n });
  const late = await make.addPromise(world.customer.id, { creditId: world.credit.id });
  expect(await findPromise(sofia, late.code)).toMatchObject({ paid: 0n });
});

test("of many only the newest are shown, and how many there are", async () => {
  const account = await make.addAccount(world.customer.id);
  const made: string[] = [];
  for (let cards = 0; cards < 53; cards++) made.unshift((await make.addCard(account.id)).code);
  const found = await findAccount(sofia, account.code);
  expect(found?.cards.total).toBe(53);
  expect(found?.cards.rows.map(({ code }) => code)).toEqual(made.slice(0, 50));
});

const ofCustomers = {
  pre_loan: () => [findPreLoan, world.request.code] as const,
  credit: () => [findCredit, world.credit.code] as const,
  pre_payment: () => [findPrePayment, world.prePayment.code] as const,
  payment: () => [findPayment, world.payment.code] as const,
  account: () => [findAccount, world.account.code] as const,
  card: () => [findCard, world.card.code] as const,
  promise: () => [findPromise, world.promise.code] as const,
};

describe.each(Object.entries(ofCustomers))("a %s", (_, made) => {
  test.each(roles)("names its customer to the role %s as it may see them", async (role) => {
    const [find, code] = made();
    const name = can({ role }, "pii:read") ? "Ana María Ríos" : "A••• M••• R•••";
    expect((await find({ ...carla, role }, code))?.customer).toEqual({ code: world.customer.code, name });
  });

  test("is not found by an ID that is no record's", async () => {
    const [find] = made();
    expect(await find(sofia, "K-222222")).toBeUndefined();
  });
});

test.each([findProduct, findOffer])("%o finds nothing by an ID that is no record's", async (find) => {
  expect(await find(sofia, "T-222222")).toBeUndefined();
});
