import { settingNames } from "#lib/settings/field";
import { expect, type Operator, test } from "#tests/e2e/app";

for (const operator of ["account-executive", "business-account", "customer-account"] satisfies Operator[])
  test.describe(operator, () => {
    test.use({ operator });
    test("may not see the settings", async ({ page, post, database }) => {
      const answer = await page.goto("/settings");
      expect(answer?.status()).toBe(403);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("You do not have permission for this");
      expect((await post("/settings/save", [["name", "Mine"]])).status()).toBe(403);
      const { rows } = await database.query(
        "select module from history where email = $1 and details ->> 'permission' = 'rules:edit' order by id desc limit 1",
        [`${operator}@demo.example`],
      );
      expect(rows).toEqual([{ module: "settings" }]);
    });
  });

test("naughty words as any setting are refused in words", async ({ request }) => {
  for (const value of ["%00", "%F0%9F%92%A9".repeat(90), "__proto__", "-1", "1e9", "%3Cscript%3E", "99999999999999999999"])
    for (const name of settingNames) {
      const answer = await request.get(`/settings?state=x&${name}=${value}`);
      expect(answer.status(), `${name}=${value.slice(0, 20)}`).toBeLessThan(500);
    }
});
