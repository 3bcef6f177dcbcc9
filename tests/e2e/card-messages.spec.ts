import { expect, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { willing } from "#tests/e2e/portfolio";

test("why a purchase was refused is read whole beside its outcome, without moving the table sideways", async ({
  page,
  database,
}) => {
  const { code } = await willing.card(database, "active");
  const refusals = JSON.stringify([
    { rule: "amount_available", values: { amount: "minor:900000000", available: "minor:300000000" } },
  ]);
  await database.query(
    `INSERT INTO card_messages (kind, external_id, purchase, account_id, card_id, amount_minor, currency, merchant, at, outcome, refusals)
     SELECT 'authorization', code || '-1', code || '-1', account_id, id, 900000000, 'COP', 'Librería de la Avenida Jiménez', now(),
       'declined', $2 FROM cards WHERE code = $1`,
    [code, refusals],
  );
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.goto(`/cards/${code}`);
  const box = page.locator(".related .box", { hasText: "Librería" });
  await expect(box.locator("td > .meaning")).toContainText("more than what is available");
  const [sentence, seen] = await Promise.all([box.locator("td > .meaning").boundingBox(), box.boundingBox()]);
  expect(sentence?.width).toBeLessThanOrEqual(26 * 16);
  expect((sentence?.x ?? 0) + (sentence?.width ?? 0)).toBeLessThanOrEqual((seen?.x ?? 0) + (seen?.width ?? 0));
  await expectAccessible(page);
});
