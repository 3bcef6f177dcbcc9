import { expect, test } from "#tests/e2e/app";
import { willing } from "#tests/e2e/portfolio";

const comment = "Called on 300 765 4321:\nthe shop never sent it";

test("what an operator does is on the timeline at once: when, what, who and why; what was said only to who may see it", async ({
  page,
  database,
  browser,
  signedIn,
}) => {
  const { code } = await willing.credit(database, "active");
  await page.goto(`/credits/${code}`);
  const form = page.locator("#act-dispute");
  await form.locator("summary").click();
  await form.locator("select[name=reason]").selectOption("not_received");
  await form.locator("input[name=amount]").fill("200000");
  await form.locator("textarea").fill(comment);
  await form.locator("button[type=submit]").click();
  await page.waitForURL(/done=/);

  const entry = page.locator(".timeline li").first();
  await expect(entry.locator("p").first()).toHaveText("Dispute opened: from Active to In Dispute · COP 200,000");
  await expect(entry.locator(".who")).toHaveText("super-admin@demo.example (Super Admin)");
  await expect(entry).toContainText("Reason: Not received");
  await expect(entry.locator("blockquote")).toHaveText(comment);
  await expect(entry.locator("time")).toHaveAttribute("datetime", /^\d{4}-\d{2}-\d{2}T.*Z$/);
  await expect(page.locator(".timeline li").last()).toContainText("Made");

  const other = await browser.newPage({ storageState: await signedIn("customer-account") });
  await other.goto(`/credits/${code}`);
  await expect(other.locator(".timeline li").first()).toContainText("hidden from your role");
  expect(await other.content()).not.toContain("765 4321");
  await other.close();
});

test("a move of the system says its rule, with a link to what triggered it; what has no words shows its name", async ({
  page,
  database,
}) => {
  const { code } = await willing.credit(database, "active");
  const entry = `insert into history (subject, email, ip, action, module, record, details) values ($1, $1, '', $2, 'credits', $3, $4)`;
  await database.query(entry, [
    "system",
    "credit.reopen",
    code,
    { from: "paid", to: "active", rule: "outstanding_again", outstanding: "minor:12000050" },
  ]);
  await database.query(entry, [
    "system",
    "credit.cancel",
    code,
    { from: "active", to: "cancelled", rule: "refinanced", request: "R-7F3K2M" },
  ]);
  await database.query(entry, ["nobody", "moon.landed", code, { rule: "tides", from: 3 }]);
  await page.goto(`/credits/${code}`);
  const entries = page.locator(".timeline li");
  const [unknown, refinanced, reopened] = [entries.nth(0), entries.nth(1), entries.nth(2)];
  await expect(unknown.locator("b")).toHaveText("moon.landed");
  await expect(refinanced.locator(".who")).toHaveText("the system, because the credit of request R-7F3K2M pays it off");
  await expect(refinanced.getByRole("link")).toHaveAttribute("href", "/pre-loans/R-7F3K2M");
  await expect(reopened.locator(".who")).toHaveText("the system, because COP\u00a0120,000.50 is outstanding again");
});

test("a long timeline is turned page by page, and back to the newest", async ({ page, database }) => {
  const { code } = await willing.credit(database, "active");
  await database.query(
    `insert into history (subject, email, ip, action, module, record, details)
     select 'ana', 'ana' || n || '@demo.example', '', 'permission.refused', 'credits', $1, '{"event": "cancel"}'
     from generate_series(1, 60) n`,
    [code],
  );
  await page.goto(`/credits/${code}`);
  const entries = page.locator(".timeline li");
  await expect(entries).toHaveCount(50);
  await expect(entries.first()).toContainText("ana60@demo.example");
  await page.getByRole("link", { name: "Older" }).click();
  await expect(entries).toHaveCount(11);
  await expect(entries.first()).toContainText("ana10@demo.example");
  await expect(entries.last()).toContainText("Made");
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(entries).toHaveCount(50);
  for (const place of ["0", "-1", "x", "9".repeat(40), "1&before=2", "%00"]) {
    const answer = await page.goto(`/credits/${code}?before=${place}`);
    expect.soft([200, 400], place).toContain(answer?.status());
  }
});
