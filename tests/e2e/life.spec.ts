import { addDays, type Day } from "#lib/domain/day";
import { expect } from "#tests/e2e/app";
import { act, approve, atDesk, booksOf, bring, closeThrough, expectStatus, lend, pay, test } from "#tests/e2e/desk";
import { addOffer } from "#tests/e2e/portfolio";

const begins = "2026-03-02" as Day;
const on = (days: number) => addDays(begins, days);

const person = {
  ...{ external_id: "ONB-1", first_name: "Lucía", last_name: "Rincón", document_type: "C.C.", document_number: "52345678" },
  ...{ phone: "+573001234567", email: "lucia@mail.example", created_at: "2026-02-20T09:00:00-05:00" },
  ...{ phone_verified: "true", email_verified: "true", personal_data_accepted_at: "2026-02-20T09:05:00-05:00" },
  ...{ address: "", commercial_use_accepted_at: "", account_activated_at: "" },
};
/** By the week, without interest, and 5,000 for each instalment that is late. */
const terms = {
  annualRate: "0",
  method: "equal_instalments",
  every: 1,
  unit: "week",
  lateFee: { kind: "fixed", minor: "500000" },
};

for (const [way, language, javaScriptEnabled] of [
  ["in English, with script", "en", true],
  ["in Spanish, without script", "es", false],
] as const) {
  test.describe(way, () => {
    test.use({ locale: language === "es" ? "es-CO" : "en-US", javaScriptEnabled, actionTimeout: 20_000 });

    test("a customer's life is walked, and the books are right after it", async ({ page, other, sql, second }) => {
      test.setTimeout(240_000);
      const desk = atDesk(page, language);
      await sql.query("update projects set business_date = $1", [begins]);
      const { offer } = await addOffer(sql, {}, { terms: JSON.stringify(terms) });
      const asks = (amount: string, instalments: string) => ({ offer: offer.code, amount, instalments });

      await bring(desk, person);
      await page.goto("/pre-customers");
      await page.locator("td.code a").click();
      await expectStatus(page, "unregistered");
      await page.getByRole("button", { name: desk.t("profile.mark_activated") }).click();
      await expect(page).toHaveURL(/\/customers\/C-/);
      const customer = new URL(page.url()).pathname;
      await expectStatus(page, "enabled");

      const first = await lend(desk, customer, asks("300000", "3"));
      await expectStatus(page, "active", first);
      await closeThrough(desk, on(7));
      await expectStatus(page, "disabled", customer);
      await page.goto(`${customer}/credits/new`);
      await expect(page.locator("main")).toContainText(desk.t("credit_request.refinances"));
      await pay(desk, first, "105000");
      await expectStatus(page, "enabled", customer);

      await closeThrough(desk, on(14));
      await expectStatus(page, "disabled", customer);
      const refinancing = await lend(desk, customer, { ...asks("", "4"), refinances: first }, other);
      await expectStatus(page, "cancelled", first);
      await expectStatus(page, "disabled", customer);
      await pay(desk, refinancing, "51250");
      await expectStatus(page, "enabled", customer);

      await act(page, refinancing, "dispute", { reason: "unrecognised", amount: "50000" });
      await expectStatus(page, "in_dispute", refinancing);
      await act(page, refinancing, "lose_dispute");
      await act(page, refinancing, "dispute", { reason: "wrong_amount", amount: "20000" });
      await act(page, refinancing, "win_dispute_in_part", { amount: "20000" });
      await approve(other, refinancing);
      await expectStatus(page, "active", refinancing);
      const returned = await lend(desk, customer, asks("100000", "1"));
      await act(page, returned, "dispute", { reason: "not_received", amount: "100000" });
      await act(page, returned, "win_dispute");
      await approve(other, returned);
      await expectStatus(page, "cancelled", returned);

      const payment = await pay(desk, refinancing, "133750");
      await expectStatus(page, "paid", refinancing);
      await closeThrough(desk, on(29));
      await expectStatus(page, "enabled", customer);
      await act(page, payment, "reverse", { reason: "returned_by_bank" });
      await approve(other, payment);
      await expectStatus(page, "reversed", payment);
      await expectStatus(page, "active", refinancing);
      await expectStatus(page, "disabled", customer);

      await pay(desk, refinancing, "all");
      await expectStatus(page, "paid", refinancing);
      await expectStatus(page, "enabled", customer);
      await page.goto("/credits");
      const listed = page.locator("td[data-status]");
      expect(await listed.evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-status")).toSorted())).toEqual([
        ...["cancelled", "cancelled", "paid"],
      ]);
      expect(await booksOf(second.databaseUrl)).toBe("3 credits, no difference.");
    });
  });
}
