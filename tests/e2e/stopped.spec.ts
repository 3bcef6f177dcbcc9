import { expect, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { ways } from "#tests/e2e/ways";

const words = {
  en: {
    stopped: /Its product is inactive since .+2026: nothing accrues, payments and promises wait\./,
    ways: ["Register payment", "Record promise"],
  },
  es: {
    stopped: /Su producto está inactivo desde el .+2026: nada se causa; los pagos y las promesas esperan\./,
    ways: ["Registrar pago", "Registrar promesa"],
  },
};

for (const { way, language, javaScriptEnabled } of ways) {
  const t = words[language];
  test.describe(way, () => {
    test.use({ language, javaScriptEnabled });

    test("what an inactive product stops is said where it stands still", async ({ page, database }) => {
      const { rows } = await database.query(
        `WITH product AS (INSERT INTO products (kind, name, status) VALUES ('card', 'Tarjeta retirada', 'inactive') RETURNING id),
           stop AS (INSERT INTO product_stops (product_id, from_on) SELECT id, '2026-03-01' FROM product),
           offer AS (INSERT INTO offers (product_id, name) SELECT id, 'Retirada' FROM product RETURNING id),
           customer AS (INSERT INTO customers (status, first_name, last_name, registered_at)
             VALUES ('enabled', 'Tomás', 'Prueba', '2026-01-05') RETURNING id, code),
           account AS (INSERT INTO accounts (customer_id, product_id, credit_line_minor, closing_day, due_day)
             SELECT customer.id, product.id, 100000000, 15, 5 FROM customer, product RETURNING id, code),
           card AS (INSERT INTO cards (account_id, kind, last_four) SELECT id, 'physical', '0042' FROM account RETURNING code),
           credit AS (INSERT INTO credits (customer_id, offer_id, account_id, amount_minor, outstanding_minor, disbursed_on, terms_id,
               instalments, first_due_on)
             SELECT customer.id, offer.id, account.id, 5000000, 5000000, '2026-02-01', (SELECT id FROM terms LIMIT 1), 1, '2099-01-01'
             FROM customer, offer, account RETURNING code)
         SELECT product.id AS product, customer.code AS customer, account.code AS account, card.code AS card, credit.code AS credit
         FROM product, customer, account, card, credit`,
      );
      const { product, customer, account, card, credit } = rows[0];
      for (const address of [`/credits/${credit}`, `/accounts/${account}`]) {
        await page.goto(address);
        await expect(page.locator("#stopped")).toHaveText(t.stopped);
        for (const name of t.ways) {
          await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
          await expect(page.getByRole("button", { name, exact: true })).toHaveAccessibleDescription(t.stopped);
          await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute("aria-disabled", "true");
        }
      }
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(`/cards/${card}`);
      await expect(page.locator("#stopped")).toHaveText(t.stopped);
      await page.goto(`/customers/${customer}`);
      await expect(page.locator("#credits .held")).toContainText(credit);
      await expect(page.locator("#credits .held")).toContainText(t.stopped);
      await expect(page.locator("#accounts .held")).toContainText(account);

      await database.query("UPDATE product_stops SET until_on = '2026-03-10' WHERE product_id = $1", [product]);
      await page.goto(`/credits/${credit}`);
      await expect(page.locator("#stopped")).toHaveCount(0);
      await expect(page.getByRole("link", { name: t.ways[0] ?? "", exact: true })).toBeVisible();
    });
  });
}
