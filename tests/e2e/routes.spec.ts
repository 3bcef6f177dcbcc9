import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import { root } from "#bin/folder";
import { expect, type Operator, signIn, test } from "#tests/e2e/app";
import { type Answers, places, routes } from "#tests/e2e/routes";

const app = join(root, "app");
const operators: Record<Exclude<keyof Answers, "nobody">, Operator> = {
  super_admin: "super-admin",
  account_executive: "account-executive",
  business: "business-account",
  customer: "customer-account",
};

test("every page and route handler has its row", () => {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)(page\.tsx|route\.ts)$/.test(file),
  );
  const found = files.flatMap((file) => {
    const folder = `/${file.replace(/\/?(page\.tsx|route\.ts)$/, "")}`;
    if (file.endsWith("page.tsx")) return [`GET ${folder}`];
    const methods = readFileSync(join(app, file), "utf8").matchAll(/^export (?:async function|const) ([A-Z]+)\b/gm);
    return [...methods].map(([, method]) => `${method} ${folder}`);
  });
  expect(found.toSorted()).toEqual(Object.keys(routes).toSorted());
});

for (const role of [...Object.keys(operators), "nobody"] as (keyof Answers)[]) {
  test.describe(role, () => {
    // A session of its own, for signing out is among what is tried.
    test.use({
      storageState: async ({}, use) => use(role === "nobody" ? { cookies: [], origins: [] } : await signIn(operators[role])),
    });

    test("is answered as the permission matrix says, everywhere", async ({ request, post, database }) => {
      const place = await placing(database);
      for (const [name, { address, fields, answers }] of Object.entries(routes)) {
        const isPost = name.startsWith("POST");
        const before = await lastEntry(database);
        const answer = await (isPost ? post(address, fields) : request.get(place(address), { maxRedirects: 0 }));
        const { location } = answer.headers();
        const told = location === undefined ? answer.status() : `→ ${location}`;
        expect.soft(shortened(told), name).toBe(place(String(answers[role])));
        expect.soft(answer.status(), name).toBe(location === undefined ? Number(answers[role]) : isPost ? 303 : 307);
        if (answer.status() !== 403 || !(isPost || /\/(export|faults)$/.test(name))) continue;
        const refused = await refusedSince(database, before, `${operators[role as keyof typeof operators]}@demo.example`);
        expect.soft(refused, name).toContain(place(address).split("/")[1]);
      }
    });
  });
}

/** Puts the IDs of records that there are into an address. */
async function placing(database: Pool): Promise<(text: string) => string> {
  const codes = new Map<string, string>();
  for (const [word, query] of Object.entries(places)) {
    const { rows } = await database.query<{ code: string }>(`${query} limit 1`);
    codes.set(word, rows[0]?.code ?? "none");
  }
  const words = new RegExp([...codes.keys()].join("|"));
  return (text) => text.replace(words, (word) => codes.get(word) ?? word);
}

async function lastEntry(database: Pool): Promise<string> {
  const { rows } = await database.query<{ id: string }>("select max(id) as id from history");
  return rows[0]?.id ?? "0";
}

/** The modules in which the history says that an operator was refused something. */
async function refusedSince(database: Pool, id: string, email: string): Promise<string[]> {
  const refused = "select module from history where id > $1 and email = $2 and action = 'permission.refused'";
  return (await database.query<{ module: string }>(refused, [id, email])).rows.map(({ module }) => module);
}

/** The provider's addresses hold secrets of the moment, and which page a form's sign-in leads back to is tested elsewhere. */
const shortened = (told: string | number) =>
  String(told)
    .replace(/^→ http:\/\/127\.0\.0\.1:\d+\/(auth|session\/end)\?.*/, "→ provider")
    .replace(/^→ \/sign-in\?next=.*(search|check|commit|discard)$/, "→ /sign-in");
