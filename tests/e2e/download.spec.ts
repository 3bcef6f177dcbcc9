import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "#tests/e2e/app";
import { ListScreen } from "#tests/e2e/list-screen";
import { customers, preCustomers } from "#tests/e2e/people-lists";
import { ways } from "#tests/e2e/ways";

for (const { way, ...settings } of ways) {
  test.describe(way, () => {
    test.use(settings);

    for (const [list, filter] of [
      [preCustomers, ""],
      [customers, ""],
      [customers, "?status=disabled&sort=name"],
    ] as const) {
      test(`${list.address}${filter} is downloaded whole, as shown`, async ({ page, database }) => {
        const screen = new ListScreen(page, list, settings.language);
        await page.goto(`${list.address}${filter}`);
        const [started] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("link", { name: screen.says.download }).click(),
        ]);
        expect(started.suggestedFilename()).toMatch(new RegExp(`^${list.address.slice(1)}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
        const text = readFileSync(await started.path(), "utf8");
        const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
        expect(errors).toEqual([]);
        const [header, ...rows] = data;
        expect(header).toEqual(screen.words.columns);
        expect(rows.length).toBe(await screen.count());
        const shown = await screen.codes();
        expect(rows.slice(0, shown.length).map(([code]) => code)).toEqual(shown);
        // Instants with their offset, in the project's zone.
        expect(rows[0]?.[list === customers ? 7 : 3]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?-05:00$/);
        const { rows: kept } = await database.query(
          "select details from history where action = 'export.finished' and module = $1 and details->>'filter' = $2 order by id desc limit 1",
          [list.address.slice(1), filter.slice(1)],
        );
        expect(kept[0]?.details).toEqual({ filter: filter.slice(1), rows: rows.length });
        if (settings.javaScriptEnabled) await expect(page.locator("output")).toContainText(screen.says.downloaded);
      });
    }
  });
}

test("a download tells how far it is, and can be cancelled", async ({ page }) => {
  const screen = new ListScreen(page, customers, "en");
  await screen.open();
  const slow = await page.context().newCDPSession(page);
  await slow.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: 15_000,
    uploadThroughput: 15_000,
  });
  await page.getByRole("link", { name: "Download" }).click();
  await expect(page.locator("output")).toHaveText(/^[1-9][\d,]* of [\d,]+ rows$/);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("output")).toHaveText("Download cancelled");
  await expect(page.getByRole("button", { name: "Cancel" })).toHaveCount(0);
  await slow.detach();
  await expect(page.getByRole("link", { name: "Download" })).toBeVisible();
});

test("a download after the session is over is no file", async ({ page }) => {
  const screen = new ListScreen(page, customers, "en");
  await screen.open();
  await page.context().clearCookies();
  const files: string[] = [];
  page.on("download", (file) => void files.push(file.suggestedFilename()));
  await page.getByRole("link", { name: "Download" }).click();
  // Either it says so, or the sign-in page does.
  await expect(
    page.locator("output", { hasText: "The download failed. Try again." }).or(page.getByRole("heading", { name: "Sign in" })),
  ).toBeVisible();
  expect(files).toEqual([]);
});
