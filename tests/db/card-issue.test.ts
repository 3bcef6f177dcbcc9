import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { accounts } from "#db/schema/account";
import { history } from "#db/schema/history";
import { preLoans } from "#db/schema/pre-loan";
import { products } from "#db/schema/product";
import { openAccount } from "#db/write/card-account";
import { issueCard, replaceCard } from "#db/write/card-issue";
import { madeIn, useRules } from "#tests/db/moving";
import { addCustomer, addOffer, andres, bruno, carla, moveNow, statusOf } from "#tests/db/portfolio";
import { addWallet, cardNow, creditsOf, say, wallet } from "#tests/db/purchases";

beforeEach(() => useRules());

async function addCardProduct(values: Parameters<typeof addOffer>[0] = {}) {
  const { productId } = await addOffer({ kind: "card", amountMin: 500_00n, amountMax: 5_000_00n, ...values });
  const [product] = await db.select().from(products).where(eq(products.id, productId));
  return product ?? expect.fail();
}

const typed = { line: "1000", closing: "31", due: "5" };
const why = (outcome: Awaited<ReturnType<typeof openAccount>>) =>
  outcome.ok
    ? []
    : outcome.refusals.map(({ rule, values }) => (rule === "fault" ? `${values?.["field"]}: ${values?.["reason"]}` : rule));

describe("an account", () => {
  test("is opened for an enabled customer, once for its form, which its history says", async () => {
    const [customer, product, key] = [await addCustomer(), await addCardProduct(), randomUUID()];
    const form = { ...typed, customer: customer.code, product: product.code };
    const made = await openAccount(bruno, form, key);
    expect(await openAccount(bruno, form, key)).toEqual(made);
    const [account, ...others] = await db.select().from(accounts).where(eq(accounts.customerId, customer.id));
    expect(others).toEqual([]);
    expect(account).toMatchObject({
      creditLine: 1_000_00n,
      closingDay: 31,
      dueDay: 5,
      status: "active",
      code: made.ok && made.code,
    });
    const [deed] = await db
      .select()
      .from(history)
      .where(eq(history.record, account?.code ?? ""));
    expect(deed).toMatchObject({ action: "accounts.opened", email: bruno.email, customer: customer.code });
  });

  test.each([
    ["of a disabled customer", { customer: { status: "disabled" } }, {}, ["customer_enabled"]],
    ["of an inactive product", { product: { status: "inactive" } }, {}, ["product_enabled"]],
    ["of a product of credits", { product: { kind: "credit" } }, {}, ["product_of_cards"]],
    ["below the product's line", {}, { line: "499.99" }, ["line_at_least"]],
    ["above the product's line", {}, { line: "5000.01" }, ["line_at_most"]],
    ["without a line", {}, { line: "" }, ["line: unreadable"]],
    ["with a line below nothing", {}, { line: "-5" }, ["line: negative"]],
    ["with a line that may be two", {}, { line: "1.234" }, ["line: ambiguous"]],
    ["with days that no month has", {}, { closing: "0", due: "32" }, ["closing: day_of_month", "due: day_of_month"]],
    ["with a day that is no number", {}, { due: "1e1" }, ["due: day_of_month"]],
    ["of no product", {}, { product: "" }, ["product: product_missing"]],
  ] as const)("%s is not opened", async (_, made, more, rules) => {
    const customer = await addCustomer("customer" in made ? made.customer : {});
    const product = await addCardProduct("product" in made ? made.product : {});
    const form = { ...typed, customer: customer.code, product: product.code, ...more };
    expect(why(await openAccount(bruno, form, randomUUID()))).toEqual(rules);
    expect(await db.$count(accounts, eq(accounts.customerId, customer.id))).toBe(0);
  });

  test.each([andres, carla])("is not opened by $name", async (actor) => {
    expect(why(await openAccount(actor, { ...typed, customer: "C-222222", product: "T-222222" }, randomUUID()))).toEqual([
      "permission",
    ]);
  });
});

describe("a card", () => {
  test("is issued inactive, and is activated then", async () => {
    const { account } = await addWallet();
    const made = await issueCard(bruno, { account: account.code, kind: "virtual", lastFour: "0007" }, randomUUID());
    const code = made.ok ? made.code : expect.fail();
    expect(await statusOf("card", code)).toBe("default");
    expect(madeIn(await moveNow(bruno, "card", code, "activate", { reason: "first_use" }))).toEqual(["card.activate"]);
  });

  test.each([
    ["with more than four digits", {}, { lastFour: "4111111111111111" }, ["last_four: last_four"]],
    ["without digits", {}, { lastFour: "" }, ["last_four: last_four"]],
    ["with digits of another script", {}, { lastFour: "١٢٣٤" }, ["last_four: last_four"]],
    ["with the digits of another one", {}, { lastFour: "4242" }, ["last_four_taken"]],
    ["on a canceled account", { account: { status: "canceled" } }, {}, ["account_not_canceled"]],
  ] as const)("%s is not issued", async (_, made, more, rules) => {
    const { account } = await addWallet(made as never);
    const form = { account: account.code, kind: "physical", lastFour: "0007", ...more } as const;
    expect(why(await issueCard(bruno, form, randomUUID()))).toEqual(rules);
  });

  test("lost is replaced: what is owed and held on it moves, and it can be canceled", async () => {
    const its = await addWallet();
    await say("settlement", its, { externalId: "c1" });
    for (const kind of ["authorization", "reversal"] as const) await say(kind, its, { externalId: "c0" });
    await say("authorization", its, { externalId: "c2" });
    await moveNow(bruno, "card", its.card.code, "report_lost", { reason: "reported_by_holder" });
    expect(await moveNow(bruno, "card", its.card.code, "cancel", { reason: "replaced" })).toMatchObject({ ok: false });
    const made = await replaceCard(bruno, { card: its.card.code, lastFour: "0008" }, randomUUID());
    const [credit] = await creditsOf(its.account.id);
    const heir = await cardNow(credit?.cardId ?? "");
    // Of what is not held any more the request stays that card's.
    const requests = await db.select().from(preLoans).where(eq(preLoans.accountId, its.account.id)).orderBy(preLoans.number);
    expect(requests.map(({ status, cardId }) => [status, cardId])).toEqual([
      ["rejected", its.card.id],
      ["pending", heir.id],
    ]);
    expect(heir).toMatchObject({ code: made.ok && made.code, replacesId: its.card.id, status: "default", kind: its.card.kind });
    expect(await moveNow(bruno, "card", its.card.code, "cancel", { reason: "replaced" })).toMatchObject({ ok: true });
    await say("settlement", its, { externalId: "c2" });
    expect((await creditsOf(its.account.id)).map(({ cardId }) => cardId)).toEqual([heir.id, heir.id]);
    expect(await wallet(its.account.id)).toMatchObject({ authorized: 0n });
  });

  test("is replaced once, and not when it is canceled", async () => {
    const its = await addWallet();
    await replaceCard(bruno, { card: its.card.code, lastFour: "0008" }, randomUUID());
    expect(why(await replaceCard(bruno, { card: its.card.code, lastFour: "0009" }, randomUUID()))).toEqual(["replaced_once"]);
    const gone = await addWallet({ card: { status: "canceled" } });
    expect(why(await replaceCard(bruno, { card: gone.card.code, lastFour: "0009" }, randomUUID()))).toEqual([
      "replaced_not_canceled",
    ]);
    expect(why(await replaceCard(bruno, { card: "D-222222", lastFour: "0009" }, randomUUID()))).toEqual(["unknown"]);
  });

  test("replaced by two at once has one that takes its place", async () => {
    const its = await addWallet();
    const both = ["0008", "0009"].map((lastFour) => replaceCard(bruno, { card: its.card.code, lastFour }, randomUUID()));
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1);
  });
});
