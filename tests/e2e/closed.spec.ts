import { expect, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { addCredit, willing } from "#tests/e2e/portfolio";
import { ways } from "#tests/e2e/ways";

const words = {
  en: {
    nothing: /Available\s*—/,
    payment: "Register payment",
    promise: "Record promise",
    credit: ["The credit is not active: it takes no payments.", "The credit is not active: nothing of it is promised."],
    account: ["The account is canceled: it takes no payments.", "The account is canceled: nothing of it is promised."],
  },
  es: {
    nothing: /Disponible\s*—/,
    payment: "Registrar pago",
    promise: "Registrar promesa",
    credit: ["El crédito no está activo: no recibe pagos.", "El crédito no está activo: no se promete nada de él."],
    account: ["La cuenta está cancelada: no recibe pagos.", "La cuenta está cancelada: no se promete nada de ella."],
  },
};

for (const { way, language, javaScriptEnabled } of ways) {
  const t = words[language];
  test.describe(way, () => {
    test.use({ language, javaScriptEnabled });

    test("no payment to what is closed is offered, and the page says why", async ({ page, database }) => {
      const paid = { status: "paid", outstanding_minor: 0, closed_by: "settle" };
      const credit = await addCredit(database, paid);
      const account = await willing.account(database, "canceled");
      const closed = [
        { address: `/credits/${credit.code}`, because: t.credit },
        { address: `/accounts/${account.code}`, because: t.account },
      ];
      for (const { address, because } of closed) {
        await page.goto(address);
        for (const [at, name] of [t.payment, t.promise].entries()) {
          await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
          const button = page.getByRole("button", { name, exact: true });
          await expect(button).toHaveAttribute("aria-disabled", "true");
          await expect(button).toHaveAccessibleDescription(because[at] ?? "");
          await expect(page.getByText(because[at] ?? "", { exact: true })).toBeVisible();
          await button.focus();
          await expect(button).toBeFocused();
        }
      }
      await expect(page.locator(".figures")).toContainText(t.nothing);
      if (javaScriptEnabled) await expectAccessible(page);
      // Money that came all the same is still recorded.
      for (const { address } of closed) expect((await page.goto(`${address}/payments/new`))?.status()).toBe(200);
    });
  });
}
