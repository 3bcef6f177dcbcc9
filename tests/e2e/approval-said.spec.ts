import { expect, origin, test } from "#tests/e2e/app";
import { addCustomer } from "#tests/e2e/portfolio";
import { formOf, send } from "#tests/e2e/sent-form";
import { ways } from "#tests/e2e/ways";

const comment = "Tomás called twice & wants <b>nothing</b> kept";
const words = {
  en: {
    approve: "Approve",
    reason: "Asked for by the holder",
    erased: "What was said was erased with the customer’s personal data.",
  },
  es: {
    approve: "Aprobar",
    reason: "Solicitud del titular",
    erased: "Lo que se dijo se borró con los datos personales del cliente.",
  },
};

for (const { way, ...settings } of ways) {
  test.describe(way, () => {
    test.use(settings);
    const says = words[settings.language];

    test("what is asked for is listed with what was said, until the person is erased", async ({
      page,
      database,
      playwright,
      signedIn,
    }) => {
      const { code } = await addCustomer(database);
      const address = `/customers/${code}`;
      const other = await playwright.request.newContext({ storageState: await signedIn("super-admin-2"), baseURL: origin });
      const said = { reason: "holder_request", comment, typed: code };
      const asked = await send(other, address, { ...(await formOf(other, address, "delete")), ...said });
      expect(asked.status()).toBe(303);
      await other.dispose();

      await page.goto("/approvals");
      const row = page.locator("tbody tr").filter({ has: page.getByRole("link", { name: code, exact: true }) });
      await expect(row.locator(".said")).toHaveText(`${says.reason}${comment}`);
      await row.locator("summary").click();
      await row.getByRole("button", { name: says.approve }).click();
      await expect(row.locator(".said")).toHaveText(`${says.reason}${says.erased}`);
    });
  });
}
