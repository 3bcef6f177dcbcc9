import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import type { Pool } from "pg";
import { expect } from "#tests/e2e/app";
import { addPerson } from "#tests/e2e/people";

export const good = { reason: "holder_request" };
export const address = (code: string, event = "block") => `/api/cards/${code}/${event}`;

/** A card of an active account of a person whom no other test knows. */
export async function addCard(database: Pool, status: string, account = "active") {
  const { id, code: customer } = await addPerson(database);
  const { rows } = await database.query(
    `with product as (insert into products (kind, name) values ('card', $1) returning id),
      account as (insert into accounts (customer_id, product_id, credit_line_minor, closing_day, due_day, status)
        select $2, id, 100000000, 20, 5, $3 from product returning id, code)
    insert into cards (account_id, kind, last_four, status) select id, 'virtual', '4242', $4 from account returning code, id`,
    [`Tarjeta ${randomUUID().slice(0, 8)}`, id, account, status],
  );
  return { customer, ...(rows[0] as { code: string; id: string }) };
}

type Kept = { scopes: string[]; calls: number; expires: string | null; revoked: boolean };

/** A token whose hash is kept as the app keeps it. */
export async function addToken(database: Pool, kept: Partial<Kept> = {}): Promise<{ prefix: string; token: string }> {
  const prefix = `cartera_${randomBytes(4).toString("hex")}`;
  const token = `${prefix}_${randomBytes(32).toString("base64url")}`;
  const all = ["activate", "block", "unblock", "report_lost", "report_stolen"].map((event) => `card.${event}`);
  const { scopes = all, calls = 6_000, expires = null, revoked = false } = kept;
  await database.query(
    `insert into service_tokens (name, prefix, hash, scopes, calls_per_minute, expires_on, created_email, revoked_at, revoked_email)
      values ('Holder app', $1, $2, $3, $4, $5, 'sofia@demo.example', case when $6 then now() end, case when $6 then 'sofia@demo.example' end)`,
    [prefix, createHash("sha256").update(token).digest(), scopes, calls, expires, revoked],
  );
  return { prefix, token };
}

/** What a good call sends, but for what a test has otherwise; a header that is empty is not sent. */
export function sending(token: string, body: unknown, more: Record<string, string> = {}) {
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    ...more,
  };
  const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
  return { headers: sent, data: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)), maxRedirects: 0 };
}

/** The problem that an answer tells, which is whole and of this kind. */
export async function problemIn(answer: APIResponse, status: number, type: string) {
  expect(answer.headers()["content-type"]).toBe("application/problem+json");
  const problem = await answer.json();
  expect(problem).toMatchObject({ type: `urn:cartera:problem:${type}`, status, title: expect.stringMatching(/\w/) });
  expect(problem.detail).toMatch(/\p{L}+ \p{L}+ \p{L}+.*\.$/u);
  expect(answer.status()).toBe(status);
  return problem;
}
