import { randomUUID } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { listTokens } from "#db/read/token";
import { history } from "#db/schema/history";
import { requests } from "#db/schema/request";
import { serviceTokens } from "#db/schema/token";
import { createToken, revokeToken } from "#db/write/token";
import { countCall } from "#db/write/token-call";
import { scopes } from "#lib/domain/token";
import { dumpOf } from "#tests/db/dump";
import { useTestCluster } from "#tests/db/harness";
import { andres, bruno, carla, clara, sofia } from "#tests/db/portfolio";
import { addToken, typedToken } from "#tests/db/token";

const cluster = await useTestCluster();
afterAll(() => cluster.release());
const database = new URL(process.env["DATABASE_URL"] ?? "").pathname.slice(1);

const today = "2026-03-15";
const rowOf = async (prefix: string) =>
  (await db.select().from(serviceTokens).where(eq(serviceTokens.prefix, prefix)))[0] ?? expect.fail(`no token ${prefix}`);
const lastDeed = async () => (await db.select().from(history).orderBy(desc(history.id)).limit(1))[0] ?? expect.fail();

describe("a token", () => {
  test("is told once, and nothing of its secret is kept anywhere", async () => {
    const key = randomUUID();
    const made = await createToken(sofia, typedToken, key, today);
    const { prefix, token } = made.ok ? made : expect.fail();
    expect(token).toMatch(new RegExp(`^${prefix}_[\\w-]{43}$`));
    const again = await Promise.all([1, 2, 3].map(() => createToken(sofia, typedToken, key, today)));
    for (const each of again) expect(each).toEqual({ ok: false, refusals: [{ rule: "told_once", values: { token: prefix } }] });
    expect(await db.$count(serviceTokens)).toBe(1);
    const secret = token.slice(prefix.length + 1);
    for (const [table, dump] of await dumpOf(cluster.superuserUrl(database))) {
      expect(dump.includes(secret), table).toBe(false);
      expect(dump.includes(Buffer.from(secret, "base64url")), table).toBe(false);
    }
    expect(await db.select().from(requests)).toMatchObject([{ answer: { code: prefix } }]);
  });

  test("made by one form sent twice at once is one, told to one", async () => {
    const key = randomUUID();
    const made = await Promise.all([1, 2, 3, 4].map(() => createToken(sofia, { ...typedToken, name: "At once" }, key, today)));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.$count(serviceTokens, eq(serviceTokens.name, "At once"))).toBe(1);
    const [told] = made.flatMap((each) => (each.ok ? [each] : []));
    expect(await countCall(told?.token ?? "", "")).toMatchObject({ kind: "service" });
  });

  test("is kept in the history, made and revoked, by whom and for what", async () => {
    const { prefix } = await addToken({ scopes: ["card.block"], calls: "7", expires: "2099-12-31" });
    const details = { token: prefix, token_name: "Holder app", scopes: ["card.block"], calls: 7, expires_on: "2099-12-31" };
    expect(await lastDeed()).toMatchObject({ action: "token.created", module: "settings", email: sofia.email, details });
    await revokeToken(clara, prefix, randomUUID());
    expect(await lastDeed()).toMatchObject({ action: "token.revoked", module: "settings", email: clara.email });
    expect(await rowOf(prefix)).toMatchObject({ revokedEmail: clara.email, createdEmail: sofia.email });
  });

  test.each([
    ["without a name", { name: "" }, ["name"]],
    ["with a name without an end", { name: "x".repeat(61) }, ["name"]],
    ["for nothing", { scopes: [] }, ["scopes"]],
    ["for what no service may do", { scopes: ["card.suspend", "card.cancel", "__proto__"] }, ["scopes"]],
    ["with no calls", { calls: "0" }, ["calls"]],
    ["with more calls than the bound", { calls: "6001" }, ["calls"]],
    ["with calls that are no number", { calls: "1e3" }, ["calls"]],
    ["that has expired", { expires: "2026-03-14" }, ["expires"]],
    ["until a day that there is not", { expires: "2026-02-30" }, ["expires"]],
    ["with all of it wrong", { name: "", scopes: [], calls: "", expires: "x" }, ["name", "scopes", "calls", "expires"]],
  ])("%s is not made", async (_, typed, fields) => {
    const before = await db.$count(serviceTokens);
    const outcome = await createToken(sofia, { ...typedToken, ...typed }, randomUUID(), today);
    expect(outcome.ok ? [] : outcome.refusals.map(({ values }) => values?.["field"])).toEqual(fields);
    expect(await db.$count(serviceTokens)).toBe(before);
  });

  test.each([andres, bruno, carla])("is neither made nor revoked by $name, which the history says", async (actor) => {
    const { prefix } = await addToken();
    for (const outcome of [
      await createToken(actor, typedToken, randomUUID(), today),
      await revokeToken(actor, prefix, randomUUID()),
    ]) {
      expect(outcome).toEqual({ ok: false, refusals: [{ rule: "permission" }] });
      expect(await lastDeed()).toMatchObject({ action: "permission.refused", module: "settings", email: actor.email });
    }
    expect(await rowOf(prefix)).toMatchObject({ revokedAt: null });
  });

  test("is what the database itself takes no other than", async () => {
    const row = { name: "Raw", prefix: "cartera_raw", hash: Buffer.alloc(32), callsPerMinute: 1, createdEmail: "" };
    const added = (more: object) => db.insert(serviceTokens).values({ ...row, scopes: ["card.block"], ...more });
    const wrong = [{ scopes: ["card.cancel"] }, { scopes: [] }, { callsPerMinute: 0 }, { hash: Buffer.alloc(8) }, { name: "" }];
    for (const more of wrong) await expect(added(more).execute(), JSON.stringify(more)).rejects.toThrow();
  });
});

describe("a call", () => {
  const kindOf = async (token: string) => (await countCall(token, "10.0.0.9")).kind;

  test("with a token is its app's, with its scopes, and says when it was used", async () => {
    const { prefix, token } = await addToken({ scopes: ["card.unblock", "card.block"] });
    const caller = await countCall(token, "10.0.0.9");
    const { id, lastUsedAt } = await rowOf(prefix);
    expect(caller).toEqual({
      kind: "service",
      service: {
        ...{ subject: `service:${id}`, email: `service: Holder app (${prefix})`, role: null, ip: "10.0.0.9" },
        scopes: scopes.filter((scope) => /block$/.test(scope)),
      },
    });
    expect(lastUsedAt).not.toBeNull();
  });

  test("with what is no token, or none any more, is nobody's", async () => {
    const { prefix, token } = await addToken();
    expect(await kindOf("")).toBe("unknown");
    expect(await kindOf(prefix)).toBe("unknown");
    expect(await kindOf(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBe("unknown");
    expect(await kindOf(token)).toBe("service");
    expect(await revokeToken(sofia, prefix, randomUUID())).toMatchObject({ ok: true });
    expect(await kindOf(token)).toBe("unknown");
    expect(await revokeToken(sofia, prefix, randomUUID())).toEqual({ ok: false, refusals: [{ rule: "token_over" }] });
  });

  test("is good on a token's last day in the project's zone, and not after it", async () => {
    const { prefix, token } = await addToken({ expires: "2099-01-01" });
    const lasting = async (days: number) => {
      const day = sql`((now() at time zone (select time_zone from projects))::date + ${days}::int)`;
      await db.update(serviceTokens).set({ expiresOn: day }).where(eq(serviceTokens.prefix, prefix));
      return kindOf(token);
    };
    expect(await lasting(0)).toBe("service");
    expect(await lasting(-1)).toBe("unknown");
    const { expiresOn } = await rowOf(prefix);
    const shown = async (on: string) => (await listTokens(on)).find((each) => each.prefix === prefix)?.state;
    expect(await shown(expiresOn ?? "")).toBe("live");
    expect(await shown("2099-12-31")).toBe("expired");
  });

  test("more than a minute may have is refused until it is over, however many come at once", async () => {
    const { prefix, token } = await addToken({ calls: "25" });
    const other = await addToken();
    const all = await Promise.all(Array.from({ length: 200 }, () => countCall(token, "")));
    expect(all.filter(({ kind }) => kind === "service")).toHaveLength(25);
    for (const each of all) if (each.kind === "too_many") expect(each.retryAfter).toBeLessThanOrEqual(60);
    expect(all.filter(({ kind }) => kind === "too_many")).toHaveLength(175);
    expect(await kindOf(other.token)).toBe("service");
    await db.update(serviceTokens).set({ minuteAt: sql`now() - interval '40 seconds'` }).where(eq(serviceTokens.prefix, prefix));
    const refused = await countCall(token, "");
    const left = refused.kind === "too_many" ? refused.retryAfter : expect.fail(refused.kind);
    expect(left).toBeGreaterThan(10);
    expect(left).toBeLessThanOrEqual(20);
    await db.update(serviceTokens).set({ minuteAt: sql`now() - interval '61 seconds'` }).where(eq(serviceTokens.prefix, prefix));
    const next = await Promise.all(Array.from({ length: 60 }, () => kindOf(token)));
    expect(next.filter((kind) => kind === "service")).toHaveLength(25);
  });
});
