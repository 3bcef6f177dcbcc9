import { expect } from "#tests/e2e/app";
import { expectNoFault } from "#tests/e2e/look";
import { test } from "#tests/e2e/second-test";

test("a list without anybody says so and is accessible", async ({ page }) => {
  for (const [address, title] of [
    ["/customers", "There are no customers yet"],
    ["/pre-customers", "There are no pre-customers yet"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.locator(".totals")).toHaveText("0 in total");
    await expectNoFault(page);
    const file = await page.request.get(`${address}/export`);
    expect((await file.text()).trim().split("\n")).toHaveLength(1);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("without its database a page says so in words, and is itself again once it is back", async ({
    page,
    second,
    request,
    baseURL,
  }) => {
    await page.goto("/customers");
    second.line.cut();
    for (const address of ["/customers", "/pre-customers", "/customers/C-YYYYYY", "/import", "/sign-in"]) {
      const answer = await page.goto(address);
      expect([500, 503], address).toContain(answer?.status());
      await expect(page.getByRole("heading", { name: "Something failed on our side" })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Algo falló de nuestro lado" })).toBeVisible();
      expect(answer?.headers()["content-security-policy"], address).toContain("frame-ancestors 'none'");
      // What failed is for the log, not for whoever looks on.
      expect(await page.content()).not.toMatch(/ECONNREFUSED|postgres|select |at \w+ \(/i);
    }
    const file = await request.get("/customers/export");
    expect(file.status()).toBeGreaterThanOrEqual(500);
    const form = await request.post("/customers/search", { headers: { origin: baseURL ?? "" }, form: { text: "Somebody" } });
    expect(form.status()).toBeGreaterThanOrEqual(500);
    for (const answer of [file, form]) expect((await answer.text()).replace(/<[^>]*>/g, " ")).toMatch(/\w+ \w+ \w+/);
    expect((await request.get("/api/health/live")).status()).toBe(200);
    expect((await request.get("/api/health/ready")).status()).toBe(503);

    await second.line.mend();
    await page.goto("/customers");
    await expect(page.getByRole("heading", { name: "There are no customers yet" })).toBeVisible();
    expect((await request.get("/api/health/ready")).status()).toBe(200);
  });
});
