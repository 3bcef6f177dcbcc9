import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { expect, test } from "#tests/e2e/app";
import { addApproval, rowOf } from "#tests/e2e/asking";
import { willing } from "#tests/e2e/portfolio";
import { ways } from "#tests/e2e/ways";

/** Somebody asked for a request to be confirmed. */
async function addConfirmation(database: Pool) {
  const { code } = await willing.pre_loan(database, "pending");
  const { rows } = await database.query("SELECT id, customer_id FROM pre_loans WHERE code = $1", [code]);
  const asked = { entity: "pre_loan", id: rows[0].id, code, customerId: rows[0].customer_id, event: "confirm" };
  return { code, approval: await addApproval(database, asked) };
}

const creditOf = async (database: Pool, code: string): Promise<string> => {
  const made = "SELECT k.code FROM credits k JOIN pre_loans r ON r.credit_id = k.id WHERE r.code = $1";
  return (await database.query(made, [code])).rows[0].code;
};

for (const { way, ...settings } of ways) {
  test.describe(way, () => {
    test.use(settings);
    const says = {
      en: { done: "Confirm: from Pending to Completed.", made: (code: string) => `It became ${code}.` },
      es: { done: "Confirmar: de Pendiente a Completada.", made: (code: string) => `Se convirtió en ${code}.` },
    }[settings.language];

    for (const place of ["list", "record"] as const)
      test(`whoever approves on the ${place} is told what it came to, with the way to what it made`, async ({
        page,
        database,
      }) => {
        const { code } = await addConfirmation(database);
        await page.goto(place === "list" ? "/approvals?state=pending" : `/pre-loans/${code}`);
        const asked = place === "list" ? rowOf(page, code) : page.locator(".pending");
        await asked.locator("summary").click();
        await asked.locator("button[value=approved]").click();
        const told = page.locator(place === "list" ? ".decided" : ".result");
        await expect(told).toContainText(place === "list" ? `${code}: ${says.done}` : says.done);
        const made = await creditOf(database, code);
        await expect(page.getByText(says.made(made))).toHaveCount(1);
        await told.getByRole("link", { name: made }).click();
        await expect(page).toHaveURL(new RegExp(`/credits/${made}$`));
      });
  });
}

test("what another form came to is not told as what an approval did", async ({ page, post, database }) => {
  const approve = async () => {
    const [{ approval }, key] = [await addConfirmation(database), randomUUID()];
    await post("/approvals/decide", Object.entries({ approval, decision: "approved", key }));
    return { approval, key };
  };
  const [{ approval }, { key }] = [await approve(), await approve()];
  await page.goto(`/approvals?decided=approved&approval=${approval}&done=${key}`);
  await expect(page.locator(".decided p")).toHaveText([`${approval}: Approved: it was done.`]);
});
