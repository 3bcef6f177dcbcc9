import { randomUUID } from "node:crypto";
import { expect, test } from "#tests/e2e/app";
import { addPerson, said, section } from "#tests/e2e/people";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test.describe("a customer account", () => {
      test.use({ operator: "customer-account" });

      test("reveals one field at a time, for one answer, recorded", async ({ page, database }) => {
        const { code, phone } = await addPerson(database);
        await page.goto(`/customers/${code}`);
        const personal = section(page, "Personal details");
        await expect(personal).not.toContainText(phone);
        await personal.getByRole("button", { name: "Reveal: Phone Number" }).click();
        await expect(personal).toContainText(phone);
        await expect(personal).not.toContainText("macondo.example");
        expect(page.url()).not.toContain(phone.slice(-7));
        await personal.getByRole("button", { name: "Reveal all" }).click();
        await expect(personal).toContainText("macondo.example");
        await page.goto(`/customers/${code}`);
        await expect(personal).not.toContainText(phone);
        const { rows } = await database.query("select details from history where record = $1 order by id", [code]);
        expect(rows.map(({ details }) => details.fields)).toEqual([
          ["phone"],
          ["first_name", "last_name", "national_id", "phone", "email", "address"],
        ]);
      });

      test("writes notes, which only who may write them reads", async ({ page, database, signedIn, browser }) => {
        const { code } = await addPerson(database);
        await page.goto(`/customers/${code}`);
        const notes = section(page, "Notes");
        const words = `Calls after six <i>${randomUUID()}</i>`;
        await notes.getByLabel("New note").fill(words);
        await notes.getByRole("button", { name: "Add note" }).click();
        await expect(said(page)).toHaveText("The note was added.");
        await expect(notes.getByText(words)).toBeVisible();
        const executive = await browser.newPage({ storageState: await signedIn("account-executive"), javaScriptEnabled });
        await executive.goto(page.url());
        await expect(section(executive, "Notes")).toContainText("Notes are not shown to your role.");
        await executive.close();
        const { rows } = await database.query(
          "select encode(words, 'escape') as words from notes n join customers c on c.id = n.customer_id where c.code = $1",
          [code],
        );
        expect(rows[0].words).not.toContain("Calls");
      });
    });
  });
}

const forms = {
  "person.edited": { needs: "pii:edit", has: "version" },
  "consent.recorded": { needs: "customer:operate", has: "consent" },
  "violation.recorded": { needs: "violation:record", has: "rule" },
} as const;

for (const operator of ["account-executive", "customer-account"] as const) {
  for (const [form, { needs, has }] of Object.entries(forms)) {
    test(`${form} is not offered to ${operator}, and refused to one who sends it`, async ({
      page,
      database,
      signedIn,
      browser,
    }) => {
      const { code } = await addPerson(database);
      await page.goto(`/customers/${code}`);
      // A form as its page has it, with its action, sent with another session's cookies.
      const sent = await page
        .locator(`form:has([name=${has}])`)
        .first()
        .evaluate((it) => [...new FormData(it as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
      const context = await browser.newContext({ storageState: await signedIn(operator), javaScriptEnabled: false });
      const theirs = await context.newPage();
      await theirs.goto(`/customers/${code}`);
      await expect(theirs.locator(`form:has([name=${has}])`)).toHaveCount(0);
      const fields = Object.fromEntries([...sent, ["rule", "terms_of_use"], ["key", randomUUID()]] as [string, string][]);
      const answer = await context.request.post(`/customers/${code}`, {
        headers: { origin: new URL(page.url()).origin },
        multipart: fields,
      });
      expect(answer.status()).toBe(403);
      const { rows } = await database.query("select email, action, details from history where record = $1", [code]);
      expect(rows).toEqual([{ email: `${operator}@demo.example`, action: "permission.refused", details: { permission: needs } }]);
      await context.close();
    });
  }
}
