import { expect, test } from "#tests/e2e/app";
import { actionsOf, addPerson, said, section, unregistered } from "#tests/e2e/people";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("personal details are edited; what is wrong is marked, and nothing typed is lost", async ({ page, database }) => {
      const { code } = await addPerson(database);
      const other = await addPerson(database);
      await page.goto(`/customers/${code}`);
      const personal = section(page, "Personal details");
      await personal.getByText("Edit", { exact: true }).click();
      const field = (name: string) => personal.getByRole("textbox", { name, exact: true });
      await field("Surnames").fill("Buendía");
      await field("Phone Number").fill("12");
      await personal.getByRole("checkbox", { name: "The e-mail is verified" }).uncheck();
      await personal.getByRole("button", { name: "Save" }).click();
      await expect(personal.getByRole("alert")).toContainText("Nothing was saved yet");
      await expect(field("Phone Number")).toHaveAttribute("aria-invalid", "true");
      await expect(field("Phone Number")).toHaveAccessibleDescription(/Not a phone number/);
      await expect(field("Phone Number")).toHaveValue("12");
      await expect(field("Surnames")).toHaveValue("Buendía");
      await expect(personal.getByRole("checkbox", { name: "The e-mail is verified" })).not.toBeChecked();

      const { rows } = await database.query("select national_id from customers where id = $1", [other.id]);
      await field("Phone Number").fill("310 555 44 33");
      await field("National ID").fill(rows[0].national_id);
      await personal.getByRole("button", { name: "Save" }).click();
      await expect(personal.getByRole("alert")).toContainText(`This document is already that of ${other.code}.`);
      await expect(field("Phone Number")).toHaveValue("310 555 44 33");

      await field("National ID").fill(`${Number(rows[0].national_id) + 1_000_000}`);
      await personal.getByRole("button", { name: "Save" }).click();
      await expect(said(page)).toContainText("The personal details were saved.");
      await expect(said(page)).toContainText("The new phone number is not verified.");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Úrsula Buendía");
      await expect(personal.getByText("+573105554433 (not verified)")).toBeVisible();
      expect(new URL(page.url()).search).toMatch(/^\?saved=[0-9a-f-]{36}$/);
      expect(await actionsOf(database, code)).toEqual(["person.edited"]);
      await page.reload();
      expect(await actionsOf(database, code)).toEqual(["person.edited"]);
    });

    test("an edit over another's is told, and can be sent again", async ({ page, database }) => {
      const { id, code } = await addPerson(database);
      await page.goto(`/customers/${code}`);
      const personal = section(page, "Personal details");
      const field = (name: string) => personal.getByRole("textbox", { name, exact: true });
      const save = personal.getByRole("button", { name: "Save" });
      await personal.getByText("Edit", { exact: true }).click();
      await field("Address").fill("Plaza 1");
      await field("Names").fill("Amaranta");
      const others = "email = 'otra@macondo.example', first_name = 'Remedios'";
      await database.query(`update customers set ${others} where id = $1`, [id]);
      await save.click();
      await expect(personal.getByRole("alert")).toContainText("The details changed after you opened them");
      await expect(personal.getByRole("alert")).toContainText("Changed meanwhile, and here as they are now: Email.");
      await expect(personal.getByText("otra@macondo.example (verified)")).toBeVisible();
      await expect(field("Email")).toHaveValue("otra@macondo.example");
      await expect(field("Address")).toHaveValue("Plaza 1");
      await expect(field("Names")).toHaveValue("Amaranta");
      await expect(field("Names")).toHaveAccessibleDescription(/Meanwhile it became “Remedios”/);
      await save.click();
      await expect(said(page)).toHaveText("The personal details were saved.");
      const { rows } = await database.query("select first_name, email, email_verified, address from customers where id = $1", [
        id,
      ]);
      expect(rows).toEqual([{ first_name: "Amaranta", email: "otra@macondo.example", email_verified: true, address: "Plaza 1" }]);
    });

    test("an edit that is wrong and over another's is told of both, and takes nothing of the other's away", async ({
      page,
      database,
    }) => {
      const { id, code } = await addPerson(database);
      await page.goto(`/customers/${code}`);
      const personal = section(page, "Personal details");
      const field = (name: string) => personal.getByRole("textbox", { name, exact: true });
      await personal.getByText("Edit", { exact: true }).click();
      await field("Phone Number").fill("12");
      await database.query("update customers set address = 'Calle 9' where id = $1", [id]);
      await personal.getByRole("button", { name: "Save" }).click();
      await expect(field("Phone Number")).toHaveAccessibleDescription(/Not a phone number/);
      await expect(personal.getByRole("alert")).toContainText("Changed meanwhile, and here as they are now: Address.");
      await field("Phone Number").fill("3105554433");
      await personal.getByRole("button", { name: "Save" }).click();
      await expect(said(page)).toContainText("The personal details were saved.");
      const { rows } = await database.query("select phone, address from customers where id = $1", [id]);
      expect(rows).toEqual([{ phone: "+573105554433", address: "Calle 9" }]);
    });

    test("a violation disables, one that is fraud blocks; resolved, what can be is enabled again", async ({ page, database }) => {
      const { code } = await addPerson(database);
      await page.goto(`/customers/${code}`);
      const violations = section(page, "Violations");
      const record = async (rule: string, isFraud: boolean) => {
        await violations.getByText("Record violation", { exact: true }).first().click();
        await violations.getByLabel("Business rule broken").selectOption(rule);
        if (isFraud) await violations.getByLabel("It is fraud").check();
        await violations.getByLabel("Comment", { exact: true }).fill("Seen in the <b>call</b> of Monday");
        await violations.getByRole("button", { name: "Record violation" }).click();
      };
      await record("Expired ID document", false);
      await expect(said(page)).toContainText(`The violation was recorded.`);
      await expect(said(page)).toContainText(
        `And so ${code}: Disable, to Disabled, because a violation of a business rule is open.`,
      );
      await expect(violations.getByText("Seen in the <b>call</b> of Monday")).toBeVisible();
      await violations.getByText("Resolve", { exact: true }).first().click();
      await violations.getByLabel("Comment (optional)").fill("New document seen");
      await violations.getByRole("button", { name: "Resolve" }).click();
      await expect(said(page)).toContainText("The violation was resolved.");
      await expect(said(page)).toContainText("Enable, to Enabled");
      await record("Identity theft", true);
      await expect(said(page)).toContainText("Block, to Blocked");
      expect(await actionsOf(database, code)).toEqual([
        "violation.recorded",
        "customer.disable",
        "violation.resolved",
        "customer.enable",
        "violation.recorded",
        "customer.block",
      ]);
    });

    test("a violation without its rule is refused, and its comment kept", async ({ page, database }) => {
      const { code } = await addPerson(database);
      await page.goto(`/customers/${code}`);
      const violations = section(page, "Violations");
      await violations.getByText("Record violation", { exact: true }).first().click();
      await violations.getByLabel("Business rule broken").selectOption("Other");
      await violations.getByRole("button", { name: "Record violation" }).click();
      await expect(violations.getByRole("alert")).toContainText("needs a comment");
      await violations.getByLabel("Comment", { exact: true }).fill("x".repeat(1200));
      await violations.getByRole("button", { name: "Record violation" }).click();
      await expect(violations.getByRole("alert")).toContainText("longer than 1,000 characters");
      await expect(violations.getByLabel("Comment", { exact: true })).toHaveValue("x".repeat(1200));
      await expect(violations.getByLabel("Business rule broken")).toHaveValue("other");
      expect(await actionsOf(database, code)).toEqual([]);
    });

    test("a pre-customer is completed: details, consent, activation; with the last they are a customer", async ({
      page,
      database,
    }) => {
      const { code } = await addPerson(database, {
        ...unregistered,
        phone: null,
        phone_verified: false,
        data_accepted_at: null,
        activated_at: null,
      });
      await page.goto(`/customers/${code}`);
      await expect(page).toHaveURL(new RegExp(`/pre-customers/${code}$`));
      const requirements = section(page, "Requirements to become a customer");
      await expect(requirements.locator("[data-met=false]")).toHaveCount(4);
      await page.getByRole("button", { name: "Mark account activated" }).click();
      await expect(said(page)).toHaveText("The account was marked as activated.");
      await page.getByRole("button", { name: "Record acceptance of data saving" }).click();
      await expect(said(page)).toHaveText("The acceptance was recorded.");
      await expect(requirements.locator("[data-met=false]")).toHaveCount(2);
      const personal = section(page, "Personal details");
      await personal.getByText("Edit", { exact: true }).click();
      await personal.getByRole("textbox", { name: "Phone Number" }).fill("3105554433");
      await personal.getByLabel("The phone number is verified").check();
      await personal.getByRole("button", { name: "Save" }).click();
      await expect(page).toHaveURL(new RegExp(`/customers/${code}\\?saved=`));
      await expect(said(page)).toContainText(
        `And so ${code}: Complete registration, to Enabled, because the last requirement was met.`,
      );
      expect(await actionsOf(database, code)).toEqual([
        "registration.activated",
        "consent.recorded",
        "person.edited",
        "customer.register",
      ]);
    });

    test("a consent to commercial use is recorded, and withdrawn", async ({ page, database }) => {
      const { code } = await addPerson(database);
      await page.goto(`/customers/${code}`);
      await page.getByRole("button", { name: "Record acceptance of commercial use" }).click();
      await expect(said(page)).toHaveText("The acceptance was recorded.");
      await page.getByRole("button", { name: "Withdraw commercial use" }).click();
      await expect(said(page)).toHaveText("The consent to commercial use was withdrawn.");
      await expect(page.getByRole("button", { name: "Record acceptance of commercial use" })).toBeVisible();
    });
  });
}
