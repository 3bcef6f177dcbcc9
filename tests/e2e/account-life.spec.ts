import type { Page } from "@playwright/test";
import type { Pool } from "pg";
import { unspendable } from "#lib/available";
import { addDays, type Day } from "#lib/domain/day";
import { expect } from "#tests/e2e/app";
import { act, approve, atDesk, booksOf, closeThrough, type Desk, expectStatus, pay, test } from "#tests/e2e/desk";
import { addPerson } from "#tests/e2e/people";

const begins = "2026-03-02" as Day;
/** The cycle closes on the 15th, and its statement falls due on the 5th. */
const [closing, due] = ["2026-03-15", "2026-04-05"] as [Day, Day];

for (const [way, language, javaScriptEnabled] of [
  ["in English, with script", "en", true],
  ["in Spanish, without script", "es", false],
] as const) {
  test.describe(way, () => {
    test.use({ locale: language === "es" ? "es-CO" : "en-US", javaScriptEnabled });

    test("an account's life is walked, and the books are right after it", async ({ page, other, sql, second }) => {
      test.setTimeout(300_000);
      const desk = atDesk(page, language);
      await sql.query("update projects set business_date = $1", [begins]);
      await addCards(sql);
      const { code: customer } = await addPerson(sql);

      const account = await open(desk, `/customers/${customer}`);
      const card = await issue(desk, `${account}?tab=cards`, "issue", "0042");
      await expectStatus(page, "default", card);
      await act(page, card, "activate", { reason: "first_use" });
      await expectStatus(page, "active", card);

      await tell(desk, ["p1", "authorization", card, "600000", begins], ["p1", "settlement", card, "600000", begins]);
      await expectFigures(desk, account, { available: "400,000", debt: "600,000" });
      await closeThrough(desk, closing);
      await page.goto(`${account}?tab=statements`);
      await expect(page.locator("main tbody tr")).toHaveCount(1);
      await expectFigures(desk, account, { minimum_unmet: "100,000" });
      await closeThrough(desk, due);
      await expectStatus(page, "suspended", account);
      await expectUnspendable(page, account, unspendable("suspended", { language, t: desk.t }) ?? "");

      await page.goto(`${account}?tab=cards`);
      await page.locator("#simulate [name=amount]").fill("1000");
      await page.locator("#simulate button").click();
      await expect(page.locator("#simulate [role=status]")).toContainText(desk.t("card_desk.simulate_no"));
      await tell(desk, ["p2", "authorization", card, "1000", addDays(due, 1)]);
      await page.goto(`${account}?tab=authorizations`);
      await expect(page.locator("main")).toContainText(desk.t("card_desk.outcome_declined"));

      await pay(desk, account, "100000");
      await expectStatus(page, "active", account);

      await act(page, card, "report_lost", { reason: "reported_by_holder" });
      const replacement = await issue(desk, card, "replace", "0043");
      await act(page, replacement, "activate", { reason: "replacement" });
      await act(page, card, "cancel", { reason: "replaced" });
      await expectStatus(page, "canceled", card);

      await tell(desk, ["p3", "settlement", replacement, "200000", addDays(due, 1)]);
      await page.goto(`${account}?tab=settlements`);
      const disputed = (await page.locator("main a[href^='/credits/K-']").first().getAttribute("href")) ?? "";
      await act(page, disputed, "dispute", { reason: "unrecognised", amount: "200000" });
      await expectFigures(desk, account, { debt: "500,000", disputed: "200,000", available: "300,000" });
      await act(page, disputed, "win_dispute");
      await approve(other, disputed);
      await expectFigures(desk, account, { debt: "500,000", available: "500,000" });

      await pay(desk, account, "500000");
      await expectFigures(desk, account, { debt: "0", available: "1,000,000" });
      await act(page, account, "cancel", { reason: "holder_request", typed: account.split("/").at(-1) ?? "" });
      await approve(other, account);
      await expectStatus(page, "canceled", account);
      await expectStatus(page, "canceled", replacement);
      expect(await booksOf(second.databaseUrl)).toBe("2 credits, no difference.");
    });
  });
}

/** Cards whose purchases are repaid in six months without interest, with cycles of their own. */
async function addCards(sql: Pool) {
  const terms = { annualRate: "0", method: "equal_instalments", every: 1, unit: "month" };
  await sql.query(
    `with product as (insert into products (kind, name, amount_min_minor, amount_max_minor, closing_day, due_day, minimum_percent)
        values ('card', 'Tarjeta', 10000000, 900000000, 15, 5, 10) returning id)
      insert into offers (product_id, name, status, instalments_min, instalments_max, terms)
      select id, 'Tarjeta', 'enabled', 6, 36, $1 from product`,
    [JSON.stringify(terms)],
  );
}

/** Opens an account with the days of its product, and answers its address. */
async function open({ page, t }: Desk, customer: string): Promise<string> {
  await page.goto(customer);
  const place = page.locator("#accounts");
  await place.locator("summary", { hasText: t("card_desk.open_account") }).click();
  await place.locator("[name=product]").selectOption({ index: 1 });
  await place.locator("[name=line]").fill("1000000");
  await place.getByRole("button", { name: t("card_desk.open_account") }).click();
  await expect(page).toHaveURL(/\/accounts\/A-/);
  return new URL(page.url()).pathname;
}

/** Issues a card where an address says, and answers its own. */
async function issue({ page, t }: Desk, address: string, how: "issue" | "replace", lastFour: string): Promise<string> {
  const label = t(`card_desk.${how}`);
  await page.goto(address);
  await page.locator("summary", { hasText: label }).click();
  await page.locator("[name=last_four]").fill(lastFour);
  await page.getByRole("button", { name: label }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(lastFour);
  return new URL(page.url()).pathname;
}

type Message = [externalId: string, kind: string, card: string, amount: string, on: Day];

/** Brings what the processor told of purchases. */
async function tell({ page, t }: Desk, ...messages: Message[]) {
  const rows = messages.map(([id, kind, card, amount, on]) => [id, kind, card.split("/").at(-1), amount, "COP", "Librería", on]);
  const text = [["external_id", "kind", "card_id", "amount", "currency", "merchant", "at"], ...rows].join("\n");
  await page.goto("/import");
  await page.locator("input[type=file]").setInputFiles({ name: "told.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: t("import.check") }).click();
  await page.getByRole("button", { name: t("import.commit", { rows: rows.length }) }).click();
  await expect(page.getByRole("status")).toBeVisible();
}

/** Figures of the account, in pesos, on its overview. */
async function expectFigures({ page, t }: Desk, account: string, figures: Partial<Record<Figure, string>>) {
  await page.goto(account);
  for (const [name, pesos] of Object.entries(figures) as [Figure, string][]) {
    const shown = page.locator("main div", { has: page.locator(`dt:text-is("${t(`record.${name}`)}")`) }).last();
    await expect(shown.locator("dd")).toContainText(new RegExp(`\\s${pesos.replaceAll(",", "[.,]")}$`));
  }
}
type Figure = "available" | "debt" | "disputed" | "minimum_unmet";

/** Beside what is left of the line it is said, on the account's page and where it is listed, that none of it can be spent. */
async function expectUnspendable(page: Page, account: string, because: string) {
  await page.goto(account);
  await expect(page.locator(".figures dd", { hasText: because }).locator("s")).toContainText(/\s400[.,]000$/);
  await page.goto("/accounts");
  await expect(page.locator("tbody td", { hasText: because }).locator("s")).toHaveText(/^400[.,]000$/);
}
