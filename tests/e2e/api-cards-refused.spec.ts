import { request as raw } from "node:http";
import { expect, origin, test } from "#tests/e2e/app";
import { addCard, address, addToken, good, problemIn, sending } from "#tests/e2e/card-api";

// An app has no session.
test.use({ operator: "nobody" });

test.describe("is answered with a problem that says what to do:", () => {
  const bodies: [what: string, body: unknown, status: number, type: string, more?: Record<string, unknown>][] = [
    ["no body", "", 400, "body_unreadable"],
    ["no JSON", "reason=holder_request", 400, "body_unreadable"],
    ["a list", [good], 400, "body_unreadable"],
    ["null", "null", 400, "body_unreadable"],
    ["a field that there is not", { ...good, status: "canceled" }, 400, "body_unreadable"],
    ["a field of JavaScript's", '{"reason":"holder_request","__proto__":{"a":1}}', 400, "body_unreadable"],
    ["a number for the reason", { reason: 1 }, 400, "body_unreadable"],
    ["nothing for the comment", { ...good, comment: null }, 400, "body_unreadable"],
    ["brackets without an end", "[".repeat(15_000), 400, "body_unreadable"],
    ["no reason", {}, 422, "unprocessable", { reasons: ["reason_missing"] }],
    [
      "a reason of another event",
      { reason: "first_use" },
      422,
      "unprocessable",
      { reasons: ["reason_unknown"], allowed: ["holder_request", "suspicious_activity", "other"] },
    ],
    ["a naughty reason", { reason: "\u0000'; drop table cards;--\ud800" }, 422, "unprocessable"],
    ["another reason without a comment", { reason: "other", comment: " \u0000 " }, 422, "unprocessable"],
    ["a comment of 1,001 characters", { ...good, comment: "é".repeat(1_001) }, 422, "unprocessable"],
    ["a body of 16,001 bytes", { ...good, comment: "x".repeat(16_001) }, 413, "too_large"],
  ];
  for (const [what, body, status, type, more = {}] of bodies)
    test(what, async ({ request, database }) => {
      const [card, { token }] = [await addCard(database, "active"), await addToken(database)];
      expect(await problemIn(await request.post(address(card.code), sending(token, body)), status, type)).toMatchObject(more);
      const { rows } = await database.query("select status, moves from cards where id = $1", [card.id]);
      expect(rows).toEqual([{ status: "active", moves: 0 }]);
    });

  const headers: [what: string, headers: Record<string, string>, status: number, type: string][] = [
    ["no token", { authorization: "" }, 401, "token"],
    ["a password", { authorization: "Basic c29maWE6c29maWE=" }, 401, "token"],
    ["a token that is none", { authorization: "Bearer ' or 1=1" }, 401, "token"],
    ["a token that nobody has", { authorization: `Bearer cartera_00000000_${"A".repeat(43)}` }, 401, "token"],
    ["no key", { "idempotency-key": "" }, 400, "key_missing"],
    ["a key with blanks", { "idempotency-key": "a b" }, 400, "key_missing"],
    ["a key without an end", { "idempotency-key": "a".repeat(256) }, 400, "key_missing"],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415, "media_type"],
    ["a form that a page of another site can send", { "content-type": "text/plain" }, 415, "media_type"],
    ["JSON in another encoding", { "content-type": "application/json; charset=utf-16" }, 415, "media_type"],
    ["another host", { host: "evil.example" }, 421, "misdirected"],
  ];
  for (const [what, more, status, type] of headers)
    test(what, async ({ request, database }) => {
      const [card, { token }] = [await addCard(database, "active"), await addToken(database)];
      const answer = await request.post(address(card.code), sending(token, good, more));
      await problemIn(answer, status, type);
      if (status === 401) expect(answer.headers()["www-authenticate"]).toMatch(/^Bearer realm="cartera"/);
      const { rows } = await database.query("select status from cards where id = $1", [card.id]);
      expect(rows).toEqual([{ status: "active" }]);
    });

  test("a token that is revoked or has expired", async ({ request, database }) => {
    const { code } = await addCard(database, "active");
    for (const kept of [{ revoked: true }, { expires: "2026-01-01" }]) {
      const { token } = await addToken(database, kept);
      await problemIn(await request.post(address(code), sending(token, good)), 401, "token");
    }
  });

  test("a token for other events, or an event of operators, which the history keeps", async ({ request, database }) => {
    const { code } = await addCard(database, "active");
    const { token, prefix } = await addToken(database, { scopes: ["card.unblock"] });
    for (const [event, rule] of Object.entries({ block: "scope", cancel: "operators_only" })) {
      const answer = await request.post(address(code, event), sending(token, good));
      expect(await problemIn(answer, 403, "scope")).toMatchObject({ reasons: [rule] });
      expect(answer.headers()["www-authenticate"]).toContain("insufficient_scope");
    }
    const { rows } = await database.query("select action, module, email, details from history where record = $1 order by id", [
      code,
    ]);
    const who = { action: "permission.refused", module: "cards", email: `service: Holder app (${prefix})` };
    expect(rows).toEqual([
      { ...who, details: { event: "block" } },
      { ...who, details: { event: "cancel" } },
    ]);
  });

  test("a card or an event that there is not, however it is written", async ({ request, database }) => {
    const { token } = await addToken(database);
    const { code } = await addCard(database, "active");
    const none = ["D-222222", "C-222222", code.toLowerCase(), "1", "%00", "..%2F..", "a".repeat(7_000), "%zz", "%F0%9F%92%B3"];
    const paths = [
      ...none.map((each) => address(each)),
      ...["explode", "constructor", "__proto__", "BLOCK", "%00", "bloc%6B%00"].map((event) => address(code, event)),
      ...["/api/cards", "/api/cards/", `/api/cards/${code}`, `${address(code)}/again`, "/api/cards//"],
    ];
    for (const path of paths) await problemIn(await request.post(path, sending(token, good)), 404, "unknown");
  });

  test("other methods", async ({ request }) => {
    for (const method of ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const answer = await request.fetch(address("D-222222"), { method, maxRedirects: 0 });
      await problemIn(answer, 405, "method");
      expect(answer.headers()["allow"]).toBe("POST");
    }
    expect((await request.head(address("D-222222"))).status()).toBe(405);
  });

  test("a body that does not say how long it is", async () => {
    const answer = await new Promise<{ status: number | undefined; type: string | undefined }>((resolve, reject) => {
      const headers = { "transfer-encoding": "chunked", "content-type": "application/json" };
      const sent = raw(`${origin}${address("D-222222")}`, { method: "POST", headers }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, type: response.headers["content-type"] });
      });
      sent.on("error", reject).end("{}");
    });
    expect(answer).toEqual({ status: 411, type: "application/problem+json" });
  });
});
