import type { Page } from "@playwright/test";
import type pg from "pg";
import { can, type Role, roles } from "#lib/domain/actor";
import type { AnyMachine } from "#lib/domain/machine";
import { type Entity, entities, machines } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";
import { machineWords } from "#lib/messages/machines";
import { expect, type Operator, test } from "#tests/e2e/app";
import { willing } from "#tests/e2e/portfolio";

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
/** Where an event's own status is not the last: what follows from it at once. */
const ends: Record<string, string> = { "customer.unblock": "disabled", "card.cancel": "canceled" };

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
      isGrave: fourEyes === true || (event === "cancel" && entity === "credit"),
    }));
  });
});

for (const { entity, event, state, to, role, wrong, isGrave } of walks) {
  const title = `${entity}: ${event} from ${state}`;
  test.describe(title, () => {
    test.use({ operator: operators[role] });

    test(`by ${role}`, async ({ page, database, browser, signedIn }) => {
      const { code } = await willing[entity](database, state);
      await page.goto(addressOf(entity, state, code));
      await act(page, entity, event, code);
      if (isGrave) {
        const second = seconds[operators[role]];
        expect(await statusOf(database, entity, code)).toBe(state);
        const other = await browser.newPage({ storageState: await signedIn(second ?? "super-admin-2") });
        await other.goto(page.url().split("?")[0] ?? "");
        const grave = other.locator(".pending summary");
        if ((await grave.count()) > 0) await grave.click();
        await other.locator(".pending button[value=approved]").click();
        await expect(other.locator(".moves .result")).toContainText(labelOf(entity, event));
        await other.close();
      } else await expect(page.locator(".moves .result")).toContainText(labelOf(entity, event));
      const end = ends[`${entity}.${event}`] ?? to;
      expect(await statusOf(database, entity, code)).toBe(end);
    });

    if (wrong !== undefined)
      test(`refused to ${wrong}, with the reason`, async ({ browser, database, signedIn }) => {
        const { code } = await willing[entity](database, state);
        const page = await browser.newPage({ storageState: await signedIn(operators[wrong]) });
        await page.goto(addressOf(entity, state, code));
        const button = page.getByRole("button", { name: labelOf(entity, event), exact: true });
        await expect(button).toHaveAttribute("aria-disabled", "true");
        await expect(button).toHaveAccessibleDescription(/Your role may not do this/);
        await page.close();
      });
  });
}

/** Opens an event's form, says what it asks for, and sends it. */
async function act(page: Page, entity: Entity, event: string, code: string) {
  const machine: AnyMachine = machines[entity];
  const { reasons, isTyped } = machine.events[event] ?? {};
  const form = page.locator(`#act-${event}`);
  await form.locator("summary").click();
  if (reasons !== undefined) await form.locator("select[name=reason]").selectOption(reasons[0] ?? "");
  const amount = amounts[`${entity}.${event}`];
  if (amount !== undefined) await form.locator("input[name=amount]").fill(amount);
  if (isTyped) await form.locator("input[name=typed]").fill(code);
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
