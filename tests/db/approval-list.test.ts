import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { approvalList } from "#app/approvals/list";
import { db, pool } from "#db/client";
import { copySql, literalSql } from "#db/list/copy";
import { countAll, countFound } from "#db/list/total";
import { findMoves } from "#db/read/moves";
import { approvals } from "#db/schema/approval";
import { products } from "#db/schema/product";
import { decideApproval } from "#db/write/approval";
import { unsealer } from "#db/write/seal";
import { asked, pageAt } from "#tests/db/lists";
import { useRules } from "#tests/db/moving";
import { addCredit, addCustomer, addOffer, addPreLoan, clara, moveNow, sofia } from "#tests/db/portfolio";

const codes: Record<"pending" | "approved" | "declined" | "expired" | "noted", string> = {} as never;

beforeAll(async () => {
  for (const name of ["pending", "approved", "declined", "expired"] as const) {
    const { code } = await addCustomer();
    const outcome = await moveNow(sofia, "customer", code, "delete", { reason: "duplicate", typed: code });
    if (!outcome.ok || outcome.kind !== "asked") throw new Error(JSON.stringify(outcome));
    codes[name] = outcome.approval;
  }
  const credit = await addCredit((await addCustomer()).id);
  const said = { reason: "early_payoff", comment: "By phone", amountMinor: 500_000_00n };
  const noted = await moveNow(sofia, "credit", credit.code, "cancel", said);
  if (!noted.ok || noted.kind !== "asked") throw new Error(JSON.stringify(noted));
  codes.noted = noted.approval;
  await decideApproval(clara, codes.approved, true, randomUUID());
  await decideApproval(clara, codes.declined, false, randomUUID());
  await db.update(approvals).set({ expiresAt: sql`now() - interval '1 minute'` }).where(eq(approvals.code, codes.expired));
});

test("holds all that was asked for, newest first", async () => {
  const list = { ...(await approvalList()), pageSize: 2 };
  expect(await countAll(list)).toBe(5);
  const first = await pageAt(list);
  expect([first.first, first.last]).toEqual([codes.noted, codes.expired]);
  const second = await pageAt(list, `after=${first.last}`);
  expect([second.first, second.last]).toEqual([codes.declined, codes.approved]);
});

test.each([
  ["state=pending", ["noted", "pending"]],
  ["state=expired", ["expired"]],
  ["state=approved&state=declined", ["declined", "approved"]],
  ["what=credit_cancel", ["noted"]],
  ["what=customer_delete&state=pending", ["pending"]],
  ["what=payment_reverse", []],
] as const)("%s", async (address, names) => {
  const list = await approvalList();
  const page = await pageAt(list, address);
  expect(page.rows.map((row) => (row.at(-1) as { code: string }).code)).toEqual(names.map((name) => codes[name]));
  expect(await countFound(list, asked(list, address))).toEqual({ records: names.length, isMore: false });
});

test("of a product's deactivation a page is given how many credits would stop now", async () => {
  const offer = await addOffer();
  const { id } = await addCustomer();
  for (const status of ["active", "in_dispute", "paid"] as const) await addCredit(id, { offerId: offer.id, status });
  const [product] = await db.select({ code: products.code }).from(products).where(eq(products.id, offer.productId));
  const code = product?.code ?? "";
  const outcome = await moveNow(sofia, "product", code, "deactivate", { reason: "discontinued", typed: code });
  const { rows } = await pageAt(await approvalList(), "what=product_deactivate");
  expect(outcome).toMatchObject({ ok: true, kind: "asked" });
  expect(rows[0]?.at(-1)).toMatchObject({ event: "product.deactivate", follows: { credits: 2 } });
  const others = await pageAt(await approvalList(), "what=customer_delete");
  expect(others.rows.map((row) => (row.at(-1) as { follows: object }).follows)).toEqual(others.rows.map(() => ({})));
});

test("of what waits a page is given what its record's status is now", async () => {
  const of = async (address: string) => {
    const { rows } = await pageAt(await approvalList(), address);
    return rows.map((row) => (row.at(-1) as { status: string | null }).status);
  };
  expect(await of("what=customer_delete&state=pending")).toEqual(["enabled"]);
  expect(await of("state=approved&state=declined&state=expired")).toEqual([null, null, null]);
  const credit = await addCredit((await addCustomer()).id);
  await moveNow(clara, "credit", credit.code, "dispute", { reason: "duplicate", amountMinor: 500n });
  await moveNow(sofia, "credit", credit.code, "win_dispute_in_part", { amountMinor: 100n });
  expect(await of("what=credit_win_dispute_in_part")).toEqual(["in_dispute"]);
  await moveNow(clara, "credit", credit.code, "lose_dispute");
  expect(await of("what=credit_win_dispute_in_part")).toEqual(["active"]);
});

test("of a request a page is given the credit that it would close, as its own form is", async () => {
  await useRules({ fourEyes: ["pre_loan.confirm"] });
  const { id } = await addCustomer();
  const { id: offerId } = await addOffer({}, { amountMin: 1n });
  const old = await addCredit(id, { offerId, amount: 500n, outstanding: 500n });
  const { code } = await addPreLoan(id, { offerId, amount: 600n, refinancesId: old.id });
  const own = (await findMoves(sofia, "pre_loan", code))?.offers.find(({ event }) => event === "confirm");
  expect(own?.follows).toEqual({ account: "no", refinances: old.code });
  expect(await moveNow(sofia, "pre_loan", code, "confirm")).toMatchObject({ ok: true, kind: "asked" });
  const { rows } = await pageAt(await approvalList(), "what=pre_loan_confirm");
  expect(rows[0]?.at(-1)).toMatchObject({ event: "pre_loan.confirm", follows: own?.follows });
});

test("a page is given what it words, a file the words themselves", async () => {
  const list = await approvalList();
  const { rows } = await pageAt(list, "what=credit_cancel");
  const [, , what, , given] = rows[0] ?? expect.fail();
  expect(what).toEqual({ event: "credit.cancel", amount: "50000000" });
  const { customerId, comment, ...said } = given as Record<"reason" | "customerId" | "comment", string>;
  expect(said).toEqual({ reason: "early_payoff" });
  expect((await unsealer(db, customerId))(Buffer.from(comment, "hex"))).toBe("By phone");
  const statement = copySql(list, asked(list, "what=credit_cancel"), {
    headers: {},
    values: { decision: { pending: "Pending" } },
  });
  const file = await pool.query(literalSql(statement));
  expect(file.rows[0]).toMatchObject({ by: sofia.email, what: "credit.cancel", reason: "early_payoff", state: "Pending" });
});
