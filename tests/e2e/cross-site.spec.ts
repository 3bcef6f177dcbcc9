import { expect, origin, signIn, test } from "#tests/e2e/app";

const host = new URL(origin || "http://127.0.0.1").host;
/** Requests that no page of ours sends. */
const forgeries: Record<string, Record<string, string>> = {
  "without Origin": { origin: "" },
  "from a foreign origin": { origin: "https://evil.example" },
  "from an origin that begins like ours": { origin: `${origin}.evil.example` },
  "from another port of this machine": { origin: "http://127.0.0.1:1" },
  "from nowhere": { origin: "null" },
  "that the browser calls cross-site": { "sec-fetch-site": "cross-site" },
  "that the browser calls same-site": { "sec-fetch-site": "same-site" },
  "with a forged host and the origin to match": { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  "with a forged host": { "x-forwarded-host": "evil.example" },
  "to a foreign host": { host: "evil.example" },
  "to a foreign host from there": { host: "evil.example", origin: "http://evil.example" },
};
const forms: Record<string, string> = {
  "/customers/search": "text=Somebody+Unheard+Of",
  "/pre-customers/search": "text=Somebody+Unheard+Of",
  "/preferences": "language=es&back=/",
  "/import/check": "",
  "/import/commit": "import=1",
  "/import/discard": "import=1",
  "/sign-in/start": "next=/",
  "/sign-out": "",
};

for (const [what, forged] of Object.entries(forgeries)) {
  test(`a form ${what} is refused and does nothing`, async ({ playwright, database }) => {
    const victim = await playwright.request.newContext({ baseURL: origin, storageState: await signIn("business-account-2") });
    for (const [address, data] of Object.entries(forms)) {
      const headers: Record<string, string> = { origin, host, "content-type": "application/x-www-form-urlencoded", ...forged };
      if (headers["origin"] === "") delete headers["origin"];
      const answer = await victim.post(address, { data, headers, maxRedirects: 0 });
      expect(answer.status(), address).toBe(403);
      expect(await answer.text()).toContain("not sent from a page of this app");
      expect(answer.headers()["set-cookie"]).toBeUndefined();
    }
    // Still signed in, and nothing was kept of what was searched for.
    expect((await victim.get("/customers", { maxRedirects: 0 })).status()).toBe(200);
    const kept = await database.query("select from saved_searches where words ilike '%Unheard%'");
    expect(kept.rowCount).toBe(0);
    await victim.dispose();
  });
}
