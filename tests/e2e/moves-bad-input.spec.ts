import { expect, origin, test } from "#tests/e2e/app";
import { addCredit, addCustomer, willing } from "#tests/e2e/portfolio";
import { formOf, refusalIn, send } from "#tests/e2e/sent-form";

const typed = { reason: "other", comment: "Habló con la señora de al lado" };

test.describe("a form that cannot be followed is answered in words, and changes nothing", () => {
  const cases: [what: string, change: Record<string, string>, status: number, sentence: RegExp][] = [
    ["no reason", { reason: "" }, 409, /Choose the reason/],
    ["a reason of another event", { reason: "cured" }, 409, /not a reason for this/],
    ["another reason without a comment", { comment: " " }, 409, /needs a comment/],
    ["a comment of 10,000 characters", { comment: "x".repeat(10_000) }, 409, /longer than 1,000 characters/],
    ["an event of another machine", { event: "report_lost" }, 409, /no such action/],
    ["an event that objects have", { event: "constructor" }, 409, /no such action/],
    ["a record that nobody has", { code: "C-AAAAAA" }, 404, /no such record/],
    ["a forged ID", { code: "C-7F' OR 1=1" }, 404, /no such record/],
    ["an entity that there is not", { entity: "users" }, 400, /not one of this page/],
    ["a key that is none", { key: "1" }, 400, /not one of this page/],
    ["an amount that is none", { amount: "1e9" }, 400, /Type an amount in digits/],
    ["a number of moves from the future", { moves: "9" }, 409, /What you typed is still here/],
  ];
  for (const [what, change, status, sentence] of cases) {
    test(what, async ({ request, database }) => {
      const { code, id } = await addCustomer(database);
      const address = `/customers/${code}`;
      const answer = await send(request, address, { ...(await formOf(request, address, "disable")), ...typed, ...change });
      expect(answer.status()).toBe(status);
      expect(await refusalIn(answer)).toMatch(sentence);
      const kept = { ...typed, ...change }.comment.trim();
      if (kept !== "") expect(await answer.text()).toContain(`>${kept}</textarea>`);
      const { rows } = await database.query("SELECT status, moves FROM customers WHERE id = $1", [id]);
      expect(rows).toEqual([{ status: "enabled", moves: 0 }]);
    });
  }
});

test.describe("the amount of a dispute is read as pages write it", () => {
  const cases: [typed: string, decimals: number, came: number | RegExp][] = [
    ["500.000", 0, 500_000_00],
    ["500,000", 0, 500_000_00],
    ["500.000", 2, /could be thousands or decimals/],
    ["500,000", 2, /could be thousands or decimals/],
    ["500.000,00", 2, 500_000_00],
    ["0,50", 0, /no decimals/],
  ];
  for (const [amount, decimals, came] of cases)
    test(`${amount} with ${decimals} decimals`, async ({ request, database }) => {
      const { id, code } = await addCredit(database);
      const product = "SELECT product_id FROM offers o JOIN credits k ON k.offer_id = o.id WHERE k.id = $1";
      await database.query(`UPDATE products SET decimals = $2 WHERE id = (${product})`, [id, decimals]);
      const address = `/credits/${code}`;
      const fields = { ...(await formOf(request, address, "dispute")), reason: "duplicate", comment: "", amount };
      const answer = await send(request, address, fields);
      expect(answer.status()).toBe(typeof came === "number" ? 303 : 400);
      if (typeof came !== "number") expect(await refusalIn(answer)).toMatch(came);
      const { rows } = await database.query("SELECT amount_minor FROM disputes WHERE credit_id = $1", [id]);
      expect(rows.map(({ amount_minor }) => Number(amount_minor))).toEqual(typeof came === "number" ? [came] : []);
    });
});

test("a page left open over another's change is told of it, with what was typed", async ({ page, request, database }) => {
  const { code } = await addCustomer(database);
  await page.goto(`/customers/${code}`);
  const address = `/customers/${code}`;
  await send(request, address, { ...(await formOf(request, address, "disable")), reason: "holder_request", comment: "" });
  const form = page.locator("#act-disable");
  await form.locator("summary").click();
  await form.locator("select").selectOption(typed.reason);
  await form.locator("textarea").fill(typed.comment);
  await form.locator("button[type=submit]").click();
  await expect(page.getByRole("alert").filter({ hasText: "was faster" })).toContainText(/super-admin@.*Disabled/);
  await expect(page.getByRole("alert").filter({ hasText: "was faster" })).toBeFocused();
  await expect(page.locator("textarea", { hasText: typed.comment }).first()).toBeVisible();
});

test("the same form sent twice acts once and leads to the same answer", async ({ request, database }) => {
  const { code, id } = await addCustomer(database);
  const address = `/customers/${code}`;
  const fields = { ...(await formOf(request, address, "disable")), reason: "holder_request", comment: "" };
  const [first, second] = await Promise.all([send(request, address, fields), send(request, address, fields)]);
  expect([first.status(), second.status()]).toEqual([303, 303]);
  expect(second.headers()["location"]).toBe(first.headers()["location"]);
  const third = await send(request, address, { ...fields, reason: "suspected_fraud" });
  expect([third.status(), await refusalIn(third)]).toEqual([409, expect.stringContaining("sent before with other content")]);
  const { rows } = await database.query("SELECT moves FROM customers WHERE id = $1", [id]);
  expect(rows).toEqual([{ moves: 1 }]);
});

test.describe("an event posted by a role without the permission", () => {
  test.use({ operator: "customer-account" });
  test("is refused, recorded and changes nothing", async ({ request, database }) => {
    const { code } = await willing.card(database, "active");
    const address = `/cards/${code}`;
    const answer = await send(request, address, {
      ...(await formOf(request, address, "block")),
      event: "cancel",
      reason: "expired",
    });
    expect([answer.status(), await refusalIn(answer)]).toEqual([403, expect.stringContaining("Your role may not do this")]);
    const { rows } = await database.query("SELECT status FROM cards WHERE code = $1", [code]);
    expect(rows).toEqual([{ status: "active" }]);
    const told = await database.query("SELECT action, role, details FROM history WHERE record = $1", [code]);
    expect(told.rows).toEqual([{ action: "permission.refused", role: "customer", details: { event: "cancel" } }]);
  });
});

test.describe("whoever is signed out", () => {
  test("is led to sign in, and nothing happens", async ({ request, playwright, database }) => {
    const { code, id } = await addCustomer(database);
    const address = `/customers/${code}`;
    const fields = { ...(await formOf(request, address, "disable")), reason: "holder_request", comment: "" };
    const stranger = await playwright.request.newContext({ baseURL: origin, storageState: { cookies: [], origins: [] } });
    const answer = await send(stranger, address, fields);
    expect([answer.status(), answer.headers()["location"]]).toEqual([303, expect.stringContaining("/sign-in")]);
    await stranger.dispose();
    const { rows } = await database.query("SELECT moves FROM customers WHERE id = $1", [id]);
    expect(rows).toEqual([{ moves: 0 }]);
  });
});
