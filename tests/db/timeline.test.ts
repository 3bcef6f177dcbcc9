import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findConfirmation, listTimeline } from "#db/read/timeline";
import { decideApproval } from "#db/write/approval";
import { record } from "#db/write/history";
import { type Actor, can, roles } from "#lib/domain/actor";
import {
  addCredit,
  addCustomer,
  addOffer,
  addPreLoan,
  addPrePayment,
  bruno,
  carla,
  clara,
  moveNow,
  sofia,
} from "#tests/db/portfolio";
import { requestIn } from "#tests/db/requesting";

const said = "Called Ana on 300 123 4567";
const actionsOf = async (actor: Actor, of: Parameters<typeof listTimeline>[1]) =>
  (await listTimeline(actor, of)).entries.map(({ action, record: code }) => [action, code]);

describe("a customer and their credit", () => {
  let [customer, credit] = ["", ""];
  beforeAll(async () => {
    const person = await addCustomer({ status: "blocked" });
    customer = person.code;
    credit = (await addCredit(person.id)).code;
    await moveNow(sofia, "customer", customer, "unblock", { reason: "resolved", comment: said });
    await moveNow(bruno, "credit", credit, "dispute", { reason: "duplicate", amountMinor: 100_00n });
  });

  test("a record's timeline is its own, newest first", async () => {
    const { entries, hasOlder } = await listTimeline(bruno, { record: customer });
    expect(hasOlder).toBe(false);
    expect(entries).toMatchObject([
      { action: "customer.enable", isSystem: true, email: "system", role: null, details: { rule: "cured" } },
      {
        action: "customer.unblock",
        isSystem: false,
        email: "sofia@demo.example",
        role: "super_admin",
        module: "customers",
        record: customer,
        details: { from: "blocked", to: "disabled", reason: "resolved" },
      },
    ]);
  });

  test("a customer's timeline is of all that is about them", async () => {
    expect(await actionsOf(bruno, { customer })).toEqual([
      ["credit.dispute", credit],
      ["customer.enable", customer],
      ["customer.unblock", customer],
    ]);
    expect(await actionsOf(bruno, { record: credit })).toEqual([["credit.dispute", credit]]);
  });

  test.each(roles)("what was said is open to the role %s only if it may see personal data", async (role) => {
    const { entries } = await listTimeline({ ...carla, role }, { record: customer });
    const open = { state: "open", words: { comment: said } };
    expect(entries[1]?.sealed).toEqual(can({ role }, "pii:read") ? open : { state: "hidden" });
    expect(entries[0]).not.toHaveProperty("sealed");
    expect(JSON.stringify(entries).includes("4567")).toBe(can({ role }, "pii:read"));
  });

  test("nothing was done to a record that there is not", async () => {
    expect(await listTimeline(sofia, { record: "K-222222" })).toEqual({ entries: [], hasOlder: false });
  });
});

test("what confirmed a request or an announced payment is found, without what was said; of any other nothing", async () => {
  const { id, code: customer } = await addCustomer();
  const request = await addPreLoan(id);
  expect(await findConfirmation(request.code)).toBeUndefined();
  await moveNow(bruno, "pre_loan", request.code, "confirm", { comment: said });
  const { creditId } = await requestIn(request.code);
  const announced = await addPrePayment(id, { creditId });
  await moveNow(sofia, "pre_payment", announced.code, "confirm");
  const found = await findConfirmation(request.code);
  expect(found).toMatchObject({ action: "pre_loan.confirm", email: bruno.email, record: request.code });
  expect(JSON.stringify(found)).not.toContain("4567");
  expect(found).not.toHaveProperty("sealed");
  expect(await findConfirmation(announced.code)).toMatchObject({ action: "pre_payment.confirm", email: sofia.email });
  expect(await findConfirmation(customer)).toBeUndefined();
});

test("what was said of a customer who is erased is told to be erased, to everybody", async () => {
  const { code } = await addCustomer();
  await moveNow(sofia, "customer", code, "disable", { reason: "holder_request", comment: said });
  const asked = await moveNow(sofia, "customer", code, "delete", { reason: "holder_request", typed: code });
  const approval = asked.ok && asked.kind === "asked" ? asked.approval : "";
  expect(await decideApproval(clara, approval, true, crypto.randomUUID())).toMatchObject({ ok: true });
  for (const actor of [sofia, carla]) {
    const { entries } = await listTimeline(actor, { customer: code });
    expect(entries.map(({ action, sealed }) => [action, sealed])).toEqual([
      ["customer.delete", undefined],
      ["approval.asked", undefined],
      ["customer.disable", { state: "erased" }],
    ]);
    expect(entries[0]?.details).toMatchObject({ approval, asked: "sofia@demo.example" });
  }
});

test("what was said of a record that is nobody's is open to everybody", async () => {
  const offer = await addOffer();
  await moveNow(sofia, "offer", offer.code, "disable", { reason: "other", comment: "Rates went up" });
  const [entry] = (await listTimeline(carla, { record: offer.code })).entries;
  expect(entry).toMatchObject({ details: { comment: "Rates went up" } });
  expect(entry).not.toHaveProperty("sealed");
});

test("a long timeline is turned page by page: each entry once, whatever is added meanwhile", async () => {
  const { code } = await addCustomer();
  const add = (count: number) =>
    record(
      db,
      bruno,
      ...Array.from({ length: count }, () => ({
        action: "note.added" as const,
        module: "customers",
        record: code,
        customer: code,
        details: {},
      })),
    );
  await add(120);
  const pages: string[][] = [];
  for (let before: bigint | undefined; ; before = BigInt(pages.at(-1)?.at(-1) ?? 0)) {
    const { entries, hasOlder } = await listTimeline(bruno, { record: code }, before);
    pages.push(entries.map(({ id }) => id));
    if (!hasOlder) break;
    await add(1);
  }
  expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
  const ids = pages.flat().map(Number);
  expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  expect(new Set(ids).size).toBe(120);
});
