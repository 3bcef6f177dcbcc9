import { type APIResponse, type BrowserContext, test as base, expect, request } from "@playwright/test";
import pg from "pg";

export { expect } from "@playwright/test";

export const origin = process.env["E2E_URL"] ?? "";

export const operators = [
  "super-admin",
  "super-admin-2",
  "account-executive",
  "business-account",
  "business-account-2",
  "customer-account",
] as const;
export type Operator = (typeof operators)[number];
export type Language = "en" | "es";
export type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Fields = readonly (readonly [name: string, value: string])[];

type Settings = { operator: Operator | "nobody"; language: Language };
type PerTest = { post: (address: string, fields?: Fields, headers?: Record<string, string>) => Promise<APIResponse> };
type PerWorker = { database: pg.Pool; signedIn: (operator: Operator) => Promise<StorageState> };

/** A test of the running app, signed in as the operator; it fails when its page complains in the console. */
export const test = base.extend<Settings & PerTest, PerWorker>({
  operator: ["super-admin", { option: true }],
  language: ["en", { option: true }],

  storageState: async ({ operator, language, signedIn }, use) => {
    const { cookies, origins } = operator === "nobody" ? { cookies: [], origins: [] } : await signedIn(operator);
    await use({ cookies: [...cookies, cookieOf("language", language)], origins });
  },

  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // That the page itself answers 4xx is told there too; of what it loads nothing may fail.
      const isOwnStatus = message.text().startsWith("Failed to load resource") && message.location().url === page.url();
      if (message.type() === "error" && !isOwnStatus) complaints.push(message.text());
    });
    await use(page);
    expect(complaints, "what the browser's console complains of").toEqual([]);
  },

  post: async ({ request }, use) => {
    await use((address, fields = [], headers = {}) =>
      request.post(address, {
        data: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
        headers: { origin, "content-type": "application/x-www-form-urlencoded", ...headers },
        maxRedirects: 0,
      }),
    );
  },

  database: [
    async ({}, use) => {
      const pool = new pg.Pool({ connectionString: process.env["E2E_DATABASE_URL"], max: 2 });
      await use(pool);
      await pool.end();
    },
    { scope: "worker" },
  ],

  signedIn: [
    async ({}, use) => {
      const states = new Map<Operator, Promise<StorageState>>();
      await use((operator) => {
        const state = states.get(operator) ?? signIn(operator);
        states.set(operator, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
});

/** Signs an operator in without a browser: the cookies of a new session. */
export async function signIn(operator: Operator): Promise<StorageState> {
  const visit = await request.newContext({ baseURL: origin, storageState: { cookies: [], origins: [] } });
  const choice = await visit.post("/sign-in/start", { headers: { origin }, form: { next: "/" } });
  const [, address = ""] = /<form method="post" action="([^"]+)"/.exec(await choice.text()) ?? [];
  await visit.post(new URL(address, choice.url()).href, { form: { operator } });
  const state = await visit.storageState();
  await visit.dispose();
  return state;
}

export const cookieOf = (name: string, value: string): StorageState["cookies"][number] => ({
  name,
  value,
  domain: "127.0.0.1",
  path: "/",
  expires: -1,
  httpOnly: false,
  secure: false,
  sameSite: "Lax",
});
