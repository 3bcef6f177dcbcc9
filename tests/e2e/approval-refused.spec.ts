import { expect, test } from "#tests/e2e/app";
import { addApproval, addDeletion, rowOf } from "#tests/e2e/asking";
import { addCredit, addCustomer } from "#tests/e2e/portfolio";
import { ways } from "#tests/e2e/ways";

for (const { way, ...settings } of ways) {
  test.describe(way, () => {
    test.use(settings);
    const says = {
      en: {
        asked: /^V-\w{6} Cancel for COP.500,000 waits for approval: .+ Reason: Purchase returned\.$/,
        refused:
          /It could not be approved, and nothing was changed\.\s*COP.400,000 are outstanding and the credit note is for COP.500,000/,
      },
      es: {
        asked: /^V-\w{6} Cancelar por COP.500\.000 espera aprobación: .+ Motivo: Compra devuelta\.$/,
        refused: /No se pudo aprobar y no se cambió nada\.\s*Hay COP.400\.000 pendientes y la nota crédito es por COP.500\.000/,
      },
    }[settings.language];

    test("a credit note that is too much by now is seen and refused as it was asked for, each time", async ({
      page,
      database,
    }) => {
      const credit = await addCredit(database, { outstanding_minor: 400_000_00 });
      const said = { event: "cancel", reason: "purchase_returned", input: { amount: "50000000" } };
      const approval = await addApproval(database, { entity: "credit", ...credit, customerId: credit.customer.id, ...said });
      await page.goto(`/credits/${credit.code}`);
      for (let attempt = 1; attempt <= 2; attempt++) {
        await expect(page.locator(".pending p").first()).toHaveText(says.asked);
        await page.locator(".pending summary").click();
        await page.locator(".pending button[value=approved]").click();
        await expect(page).toHaveURL(
          new RegExp(`/credits/${credit.code}\\?decided=refused&approval=${approval}&why=[0-9a-f-]{36}$`),
        );
        await expect(page.getByRole("alert").filter({ hasText: approval })).toHaveText(says.refused);
      }
      await page.locator(".pending button[value=declined]").click();
      await expect(page.locator(".pending, [role=alert]:not(:empty)")).toHaveCount(0);
    });
  });
}

test("a pre-customer's page, too, says that their deletion was declined", async ({ page, database }) => {
  const customer = await addCustomer(database, { status: "unregistered", registered_at: null });
  const { approval } = await addDeletion(database, { customer });
  await page.goto(`/pre-customers/${customer.code}`);
  await page.locator(".pending button[value=declined]").click();
  await expect(page).toHaveURL(new RegExp(`/pre-customers/${customer.code}\\?`));
  await expect(page.locator(".decided")).toContainText(`${approval}: Declined: nothing was changed.`);
});

test("what its record has left behind can only be declined, where it is listed and on the record", async ({ page, database }) => {
  const credit = await addCredit(database);
  const asked = { entity: "credit", ...credit, customerId: credit.customer.id, event: "win_dispute", reason: "other" };
  await addApproval(database, asked);
  for (const [address, decision] of [
    ["/approvals", rowOf(page, credit.code).locator(".decision")],
    [`/credits/${credit.code}`, page.locator(".pending .decision")],
  ] as const) {
    await page.goto(address);
    await expect(decision).toContainText("only declined: Not possible while Active: only from In Dispute.");
    await expect(decision.locator("button, summary")).toHaveText(["Decline"]);
  }
  await page.locator(".pending button").click();
  await expect(page.locator(".pending")).toHaveCount(0);
});
