import { atOnce, expectWords } from "#tests/e2e/answers";
import { expect, origin, test } from "#tests/e2e/app";
import { naughty } from "#tests/e2e/naughty";

const everywhere = ["id", "find", "sort", "page", "after", "before", "count", "text", "unheard_of", "__proto__"];
const days = (...keys: string[]) => keys.flatMap((key) => [key, `${key}_from`, `${key}_to`]);
const parameters: Record<string, readonly string[]> = {
  "/pre-customers": [...everywhere, "id_type", ...days("created", "modified")],
  "/customers": [
    ...everywhere,
    "status",
    "active_credits_from",
    "active_credits_to",
    ...days("created", "modified", "data_accepted", "commercial_accepted"),
  ],
  "/credits": [...everywhere, "status", "days_past_due", "product", "refinanced", "amount_from", "amount_to", ...days("taken")],
  "/sign-in": ["error", "left", "next"],
  "/import": ["refused", "column"],
};
const forms: Record<string, readonly string[]> = {
  "/pre-customers/search": parameters["/pre-customers"] ?? [],
  "/customers/search": parameters["/customers"] ?? [],
  "/credits/search": parameters["/credits"] ?? [],
  "/preferences": ["language", "theme", "back"],
  "/sign-in/start": ["next", "again"],
  "/import/commit": ["import"],
  "/import/discard": ["import"],
};

for (const [what, value] of Object.entries(naughty)) {
  test(`${what} in an address or a form is answered in words`, async ({ request }) => {
    const addresses = Object.entries(parameters).flatMap(([path, keys]) => keys.map((key) => `${path}?${key}=${value}`));
    const paths = ["/customers/", "/pre-customers/", "/import/", "/"].map((path) => path + value.replaceAll("/", "%2F"));
    const files = ["created", "active_credits_to", "find", "sort"].map((key) => `/customers/export?${key}=${value}`);
    await atOnce([...addresses, ...paths, ...files], async (address) =>
      expectWords(await request.get(address, { maxRedirects: 0 }), address),
    );

    const whole = Object.entries(forms).map(([path, keys]) => ({ path, data: keys.map((key) => `${key}=${value}`).join("&") }));
    const texts = ["/customers/search", "/pre-customers/search"].map((path) => ({ path, data: `text=${value}&text=${value}` }));
    await atOnce([...whole, ...texts], async ({ path, data }) => {
      const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
      const answer = await request.post(path, { data, headers, maxRedirects: 0 });
      await expectWords(answer, path);
      const { location } = answer.headers();
      // Where it leads to answers in words too; the provider is not ours.
      if (location?.startsWith("/")) await expectWords(await request.get(location, { maxRedirects: 0 }), location);
    });
  });
}

test("a parameter given twice is refused, where it is not a choice of several", async ({ request }) => {
  const once = [
    "id=C-YYYYYY",
    "sort=name",
    "page=last",
    "after=C-YYYYYY",
    "created=today",
    "created_from=2026-01-01",
    "active_credits_to=1",
  ];
  for (const each of once) {
    const answer = await request.get(`/customers?${each}&${each}`);
    expect(answer.status(), each).toBe(400);
    expect(await answer.text(), each).toContain("more than once");
  }
  expect((await request.get("/customers?status=enabled&status=enabled")).status()).toBe(200);
});

/** Address → what must be refused, and the field that must still hold what was typed. */
const refused: Record<string, readonly [field: string, typed: string] | undefined> = {
  "/customers?created_from=2026-02-31": ["created_from", "2026-02-31"],
  "/customers?created_from=2026-03-02&created_to=2026-03-01": ["created_to", "2026-03-01"],
  "/customers?active_credits_from=3&active_credits_to=2": ["active_credits_from", "3"],
  "/customers?active_credits_from=-1": ["active_credits_from", "-1"],
  "/customers?modified_to=%E2%80%AEabc": ["modified_to", "\u202Eabc"],
  "/pre-customers?modified_from=31/12/2026": ["modified_from", "31/12/2026"],
  "/pre-customers?created=today&created_from=2026-01-01": ["created_from", "2026-01-01"],
  "/pre-customers?created_from=2026-01-01&created_from=2026-01-02": ["created_from", "2026-01-01"],
  "/customers?status=unregistered": undefined,
  "/customers?status=happy": undefined,
  "/customers?sort=national_id": undefined,
  "/customers?sort=name&sort=created": undefined,
  "/customers?sort=constructor": undefined,
  "/customers?page=7": undefined,
  "/customers?after=C-000000": undefined,
  "/customers?after=C-YYYYYY": undefined,
  "/customers?after=C-YYYYYY&before=C-YYYYYY": undefined,
  "/customers?find=00000000-0000-4000-8000-000000000000": undefined,
  "/customers?id=nobody": undefined,
};

for (const [address, kept] of Object.entries(refused)) {
  test(`${address} is refused, and says so`, async ({ page }) => {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(400);
    await expect(page.getByRole("main").getByRole("alert")).toHaveText(/\w+ \w+.*\.$/);
    await expect(page.getByRole("table")).toHaveCount(0);
    if (kept !== undefined) await expect(page.locator(`input[name=${kept[0]}]`)).toHaveValue(kept[1]);
    const file = await page.request.get(address.replace("?", "/export?"));
    // Of a cursor it sees whether it is one, not whose: a file has no pages.
    if (!address.endsWith("=C-YYYYYY")) expect(file.status()).toBe(400);
  });
}

test("what a list does not declare is left out", async ({ request }) => {
  const answer = await request.get("/customers?utm_source=mail&national_id=1&password=2");
  expect(answer.status()).toBe(200);
});

test("the cursor of another list leads somewhere or says so", async ({ request, database }) => {
  const { rows } = await database.query<{ code: string }>(
    "select code from customers where status in ('unregistered', 'deleted') order by code limit 20",
  );
  for (const { code } of rows) {
    for (const sort of ["", "&sort=name", "&sort=-active_credits"])
      await expectWords(await request.get(`/customers?after=${code}${sort}`), code);
  }
});
