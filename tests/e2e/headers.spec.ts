import type { APIResponse } from "@playwright/test";
import { expect, operators, origin, test } from "#tests/e2e/app";

/** One answer of every kind. */
const kinds: Record<
  string,
  { method?: string; address: string; status: number; headers?: Record<string, string>; body?: string }
> = {
  "a page": { address: "/customers", status: 200 },
  "a page read by script": { address: "/customers?_rsc", headers: { rsc: "1" }, status: 200 },
  "a redirect": { address: "/", status: 307 },
  "an address of nothing": { address: "/nothing", status: 404 },
  "a record of nobody": { address: "/customers/C-000000", status: 404 },
  "a filter that cannot be followed": { address: "/customers?created_from=yesterday", status: 400 },
  "an address that cannot be read": { address: "/customers?text=%00", status: 400 },
  "broken percent-encoding": { address: "/%zz", status: 400 },
  "an address without end": { address: `/customers?text=${"a".repeat(9000)}`, status: 414 },
  "a file": { address: "/customers/export", status: 200 },
  "a file that cannot be made": { address: "/customers/export?sort=nothing", status: 400 },
  "an icon": { address: "/icon.svg", status: 200 },
  "its health": { address: "/api/health/ready", status: 200 },
  "an address of next-auth's": { address: "/api/auth/session", status: 404 },
  "a form posted": { method: "POST", address: "/customers/search", body: "status=enabled", status: 303 },
  "a form that makes no sense": { method: "POST", address: "/preferences", body: "theme=plaid", status: 400 },
  "a form too large": { method: "POST", address: "/customers/search", body: `text=${"a".repeat(1_100_000)}`, status: 413 },
  "a form posted to a page": { method: "POST", address: "/customers", body: "a=b", status: 200 },
  "an action nobody declared": {
    method: "POST",
    address: "/customers",
    body: "[]",
    headers: { "next-action": `40${"abcdef".repeat(6)}abcd`, "content-type": "text/plain" },
    status: 409,
  },
  "a form from elsewhere": {
    method: "POST",
    address: "/customers/search",
    headers: { origin: "https://evil.example" },
    status: 403,
  },
  "another host": { address: "/customers", headers: { host: "evil.example" }, status: 308 },
  "a page's head": { method: "HEAD", address: "/customers", status: 200 },
  ...Object.fromEntries(
    ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS"].map((method) => [method, { method, address: "/customers", status: 405 }]),
  ),
};

for (const [kind, { method = "GET", address, status, headers, body }] of Object.entries(kinds)) {
  test(`${kind} is protected`, async ({ request }) => {
    const ask = () =>
      request.fetch(address, {
        method,
        maxRedirects: 0,
        headers: { origin, ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded" }), ...headers },
        ...(body !== undefined && { data: body }),
      });
    const [answer, again] = [await ask(), await ask()];
    expect(answer.status()).toBe(status);
    expectProtection(answer);
    expect(answer.headers()["cache-control"]).toMatch(/\bno-store\b/);
    expect(nonceOf(answer)).not.toBe(nonceOf(again));
    // Told to nobody: what the server is made of.
    expect(Object.keys(answer.headers())).not.toContain("x-powered-by");
    if (status >= 400 && method !== "HEAD") expect((await answer.text()).trim()).toMatch(/\w+ \w+/);
  });
}

test("the scripts and styles of a page are protected, and may be kept for ever", async ({ request }) => {
  const html = await (await request.get("/customers")).text();
  const files = [...html.matchAll(/"(\/_next\/static\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? "");
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const answer = await request.get(file);
    expect(answer.status()).toBe(200);
    expectProtection(answer);
    expect(answer.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
  const missing = await request.get("/_next/static/chunks/nothing.js");
  expect(missing.status()).toBe(404);
  expect(missing.headers()["cache-control"]).not.toContain("immutable");
});

test("every script of a page carries the nonce of its policy", async ({ request }) => {
  const answer = await request.get("/customers");
  const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([script]) => script);
  expect(scripts.length).toBeGreaterThan(2);
  for (const script of scripts) expect(script).toContain(`nonce="${nonceOf(answer)}"`);
});

test("a page on another host leads to the own one, whatever the forwarded headers claim", async ({ request }) => {
  const answer = await request.get("/customers?sort=name", {
    headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    maxRedirects: 0,
  });
  expect(answer.headers()["location"]).toBe(`${origin}/customers?sort=name`);
});

test.describe("signed out", () => {
  test.use({ operator: "nobody" });
  test("the sign-in page is protected, and whoever looks for operators finds none", async ({ request }) => {
    const answer = await request.get("/sign-in");
    expectProtection(answer);
    for (const operator of operators) expect(await answer.text()).not.toContain(operator);
  });

  test("a claim to have passed the middleware opens nothing", async ({ request }) => {
    const headers = {
      "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
      "x-cartera-path": "//evil.example",
      "x-cartera-ip": "6.6.6.6",
    };
    const answer = await request.get("/customers", { headers, maxRedirects: 0 });
    expect(answer.headers()["location"]).toBe("/sign-in?next=%2Fcustomers");
  });
});

const nonceOf = (answer: APIResponse) =>
  /'nonce-([A-Za-z0-9+/]{22}==)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "none";

function expectProtection(answer: APIResponse) {
  const headers = answer.headers();
  const policy = headers["content-security-policy"] ?? "";
  const directives = Object.fromEntries(policy.split("; ").map((each) => [each.split(" ", 1)[0], each.split(" ").slice(1)]));
  expect(directives["default-src"]).toEqual(["'self'"]);
  expect(directives["script-src"]).toEqual(["'self'", `'nonce-${nonceOf(answer)}'`, "'strict-dynamic'"]);
  expect(directives["style-src"]).toEqual(["'self'"]);
  expect(directives["object-src"]).toEqual(["'none'"]);
  expect(directives["base-uri"]).toEqual(["'none'"]);
  expect(directives["frame-ancestors"]).toEqual(["'none'"]);
  expect(directives["form-action"]?.[0]).toBe("'self'");
  expect(policy).not.toContain("unsafe");
  expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8,}/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toBe("same-origin");
}

test("a connection is kept for longer than a proxy leaves it idle", async ({ request }) => {
  const { "keep-alive": kept } = (await request.get("/api/health/live", { headers: { connection: "keep-alive" } })).headers();
  expect(Number(/timeout=(\d+)/.exec(kept ?? "")?.[1])).toBeGreaterThan(60);
});
