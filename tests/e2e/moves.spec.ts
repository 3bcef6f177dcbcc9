import type { Page } from "@playwright/test";
import type pg from "pg";
import { can, type Role, roles } from "#lib/domain/actor";
import type { AnyMachine } from "#lib/domain/machine";
import { type Entity, entities, machines } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import { machineWords } from "#lib/messages/machines";
import { expect, type Operator, origin, test } from "#tests/e2e/app";
import { willing } from "#tests/e2e/portfolio";
import { formOf, send } from "#tests/e2e/sent-form";

const operators: Record<Role, Operator> = {
  super_admin: "super-admin",
  account_executive: "account-executive",
  business: "business-account",
  customer: "customer-account",
};
/** Who approves what the other asked. */
const seconds: Partial<Record<Operator, Operator>> = { "super-admin": "super-admin-2", "business-account": "business-account-2" };

/** What is typed where an event asks for it. */
const amounts: Record<string, string> = {
  "credit.cancel": "500000",
  "credit.dispute": "200000",
  "credit.win_dispute_in_part": "100000",
};
const walks = entities.flatMap((entity) => {
  const machine: AnyMachine = machines[entity];
  return Object.entries(machine.events).flatMap(([event, { by, from, to, fourEyes }]) => {
    const { permission } = by;
    if (permission === undefined) return [];
    const [role = "super_admin"] = roles.filter((each) => can({ role: each }, permission)).toReversed();
    const wrong = roles.find((each) => !can({ role: each }, permission));
    return from.map((state) => ({
      entity,
      event,
      state,
      to,
      role,
      wrong,
      isFirst: state === from[0],
      isGrave: fourEyes === true || (event === "cancel" && entity === "credit"),
    }));
  });
});

for (const { entity, event, state, to, role, wrong, isGrave, isFirst } of walks) {
  test.describe(`${entity}: ${event} from ${state}`, () => {
    test.use({ operator: operators[role] });

    // In the browser from one status; from the others the same form is sent as a browser without script sends it.
    if (isFirst)
      test(`by ${role}`, async ({ page, database, browser, signedIn }) => {
        const { code } = await willing[entity](database, state);
        await page.goto(addressOf(entity, state, code));
        await act(page, entity, event, code);
        if (isGrave) {
          expect(await statusOf(database, entity, code)).toBe(state);
          const other = await browser.newPage({ storageState: await signedIn(seconds[operators[role]] ?? "super-admin-2") });
          await approve(other, page.url().split("?")[0] ?? "");
          await expect(other.locator(".moves .result")).toContainText(labelOf(entity, event));
          await other.close();
        } else await expect(page.locator(".moves .result")).toContainText(labelOf(entity, event));
        expect(await statusOf(database, entity, code)).toBe(to);
      });
    else
      test(`by ${role}, without script`, async ({ request, database }) => {
        const { code } = await willing[entity](database, state);
        const address = addressOf(entity, state, code);
        const answer = await send(request, address, {
          ...(await formOf(request, address, event)),
          ...typedFor(entity, event, code),
        });
        expect(answer.status()).toBe(303);
        expect(await statusOf(database, entity, code)).toBe(isGrave ? state : to);
        const { rows } = await database.query("SELECT event FROM approvals WHERE record_code = $1", [code]);
        expect(rows).toEqual(isGrave ? [{ event }] : []);
      });

    if (wrong !== undefined)
      test(`refused to ${wrong}, with the reason`, async ({ playwright, database, signedIn }) => {
        const { code } = await willing[entity](database, state);
        const visitor = await playwright.request.newContext({
          baseURL: origin,
          storageState: await signedIn(operators[wrong]),
          extraHTTPHeaders: { "accept-language": "en" },
        });
        const html = await (await visitor.get(addressOf(entity, state, code))).text();
        expect(html).toContain(
          `<button type="button" aria-disabled="true" aria-describedby="why-${event}">${labelOf(entity, event)}</button>`,
        );
        expect(html).toMatch(new RegExp(`<span id="why-${event}">[^<]*Your role may not do this`));
        expect(html).not.toContain(`id="act-${event}"`);
        await visitor.dispose();
      });
  });
}

/** Approves what waits on a record's page; what is grave says first what follows. */
async function approve(page: Page, address: string) {
  await page.goto(address);
  const grave = page.locator(".pending summary");
  if ((await grave.count()) > 0) await grave.click();
  await page.locator(".pending button[value=approved]").click();
}

/** What is chosen and typed for an event. */
function typedFor(entity: Entity, event: string, code: string): Record<string, string> {
  const machine: AnyMachine = machines[entity];
  const { reasons, isTyped } = machine.events[event] ?? {};
  const amount = amounts[`${entity}.${event}`];
  return {
    ...(reasons !== undefined && { reason: reasons[0] ?? "" }),
    ...(amount !== undefined && { amount }),
    ...(isTyped && { typed: code }),
  };
}

/** Opens an event's form, says what it asks for, and sends it. */
async function act(page: Page, entity: Entity, event: string, code: string) {
  const form = page.locator(`#act-${event}`);
  await form.locator("summary").click();
  for (const [name, value] of Object.entries(typedFor(entity, event, code))) {
    const field = form.locator(`[name=${name}]`);
    if (name === "reason") await field.selectOption(value);
    else await field.fill(value);
  }
  await form.locator("button[type=submit]").click();
  await page.waitForURL(/done=/);
}

const labelOf = (entity: Entity, event: string) =>
  (machineWords.en[entity].events as Readonly<Record<string, { label: string }>>)[event]?.label ?? "";

const addressOf = (entity: Entity, state: string, code: string) =>
  `/${state === "unregistered" ? "pre-customers" : sections[entity]}/${code}`;

async function statusOf(database: pg.Pool, entity: Entity, code: string): Promise<string> {
  const { rows } = await database.query(`SELECT status FROM ${entity}s WHERE code = $1`, [code]);
  return rows[0]?.status;
}
