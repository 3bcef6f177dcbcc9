import { cardMachine, cardStatuses } from "#lib/domain/card";
import { scopes } from "#lib/domain/token";
import { expect, origin, test } from "#tests/e2e/app";
import { addCard, address, addToken, good, problemIn, sending } from "#tests/e2e/card-api";

// An app has no session.
test.use({ operator: "nobody" });

test("a card is moved, which its page and its history say, and no cookie is asked for or given", async ({
  request,
  database,
  browser,
  signedIn,
}) => {
  const [card, { token, prefix }] = [await addCard(database, "active"), await addToken(database)];
  const body = { reason: "other", comment: "Lo dejó en un taxi" };
  const answer = await request.post(address(card.code), sending(token, body));
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ card: card.code, status: "blocked", event: "block", from: "active", followed: [] });
  expect(answer.headers()).toMatchObject({ "content-type": "application/json", "cache-control": "no-store" });
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  const context = await browser.newContext({ storageState: await signedIn("super-admin"), baseURL: origin });
  const page = await context.newPage();
  await page.goto(`/cards/${card.code}`);
  const entry = page.locator(".timeline li").filter({ hasText: prefix });
  await expect(entry).toContainText(`service: Holder app (${prefix})`);
  await expect(entry).toContainText("Lo dejó en un taxi");
  await context.close();
});

test("every event that a service may do is done from where its machine says, and refused from elsewhere", async ({
  request,
  database,
}) => {
  const { token } = await addToken(database);
  for (const scope of scopes) {
    const event = scope.replace("card.", "") as keyof typeof cardMachine.events;
    const { from, to, reasons = [] } = cardMachine.events[event];
    for (const status of cardStatuses) {
      const { code } = await addCard(database, status);
      const answer = await request.post(address(code, event), sending(token, { reason: reasons[0] }));
      if (from.includes(status)) {
        expect(await answer.json(), `${event} ${status}`).toMatchObject({ card: code, from: status, status: to, event });
      } else expect(await problemIn(answer, 409, "refused")).toMatchObject({ reasons: ["status"] });
    }
  }
});

test("a suspended account stands in the way of its card, in the sentence that an operator reads", async ({
  request,
  database,
}) => {
  const [card, { token }] = [await addCard(database, "default", "suspended"), await addToken(database)];
  const said = sending(token, { reason: "first_use" }, { "accept-language": "es-CO,es;q=0.9" });
  const problem = await problemIn(await request.post(address(card.code, "activate"), said), 409, "refused");
  expect(problem).toMatchObject({
    title: "No es posible en este momento",
    detail: "La cuenta está en el estado “Suspendida”; primero debe estar activa.",
    reasons: ["account_active"],
  });
});

test("a call sent again is answered the same and acts once, at once too; its key is for no other call", async ({
  request,
  database,
}) => {
  const [card, { token }] = [await addCard(database, "active"), await addToken(database)];
  const key = { "idempotency-key": '"key one"'.replace(" ", "-") };
  const all = await Promise.all(Array.from({ length: 8 }, () => request.post(address(card.code), sending(token, good, key))));
  expect(new Set(await Promise.all(all.map(async (each) => `${each.status()} ${await each.text()}`))).size).toBe(1);
  expect(all[0]?.status()).toBe(200);
  const other = await request.post(address(card.code), sending(token, { reason: "suspicious_activity" }, key));
  await problemIn(other, 422, "key_reused");
  await problemIn(await request.post(address(card.code, "unblock"), sending(token, good, key)), 422, "key_reused");
  const { rows } = await database.query("select event from transitions where record = $1", [card.id]);
  expect(rows).toEqual([{ event: "block" }]);
});

test("a token calls as often as it may in a minute, and is told when it may again", async ({ request, database }) => {
  const { token } = await addToken(database, { calls: 5 });
  const all = await Promise.all(Array.from({ length: 20 }, () => request.post(address("D-222222"), sending(token, good))));
  expect(all.filter((each) => each.status() === 404)).toHaveLength(5);
  const over = all.filter((each) => each.status() === 429);
  expect(over).toHaveLength(15);
  for (const each of over) {
    await problemIn(each, 429, "too_many");
    expect(Number(each.headers()["retry-after"])).toBeGreaterThanOrEqual(1);
    expect(Number(each.headers()["retry-after"])).toBeLessThanOrEqual(60);
  }
});

test("whoever is signed in is nobody without a token", async ({ playwright, signedIn, database }) => {
  const { code } = await addCard(database, "active");
  const context = await playwright.request.newContext({ baseURL: origin, storageState: await signedIn("super-admin") });
  await problemIn(await context.post(address(code), sending("", good, { authorization: "", origin })), 401, "token");
  await context.dispose();
});
