import { expect, type Operator, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { addCredit, addCustomer } from "#tests/e2e/portfolio";

const onProfile = ["+ Create credit", "Open account", "Record promise", "Record violation"];
const onCredit = ["Register payment", "Record promise"];

for (const operator of ["account-executive", "customer-account"] satisfies Operator[])
  test.describe(operator, () => {
    test.use({ operator });

    test("what is not theirs is there, and says whose it is", async ({ page, database }) => {
      const credit = await addCredit(database);
      const { code } = await addCustomer(database, { status: "enabled" });
      for (const [address, ways] of [
        [`/customers/${code}`, onProfile],
        [`/credits/${credit.code}`, onCredit],
      ] as const) {
        await page.goto(address);
        for (const name of ways) {
          const way = page.getByRole("button", { name, exact: true });
          await expect(way).toHaveAttribute("aria-disabled", "true");
          await expect(way).toHaveAccessibleDescription("Your role may not do this; who may: Super Admin or Business account.");
        }
      }
    });
  });

test("what nobody can do with a customer now says why", async ({ page, database }) => {
  const { code } = await addCustomer(database, { status: "disabled" });
  await page.goto(`/customers/${code}`);
  for (const [name, because] of [
    ["Open account", "The customer is in the status “Disabled”; only for an enabled one can an account be opened."],
    ["Record promise", "This customer has no credit or account that a promise could be of."],
  ] as const) {
    const way = page.getByRole("button", { name, exact: true });
    await way.focus();
    await expect(way).toBeFocused();
    await expect(way).toHaveAttribute("aria-disabled", "true");
    await expect(way).toHaveAccessibleDescription(because);
  }
  await expectAccessible(page);
});
