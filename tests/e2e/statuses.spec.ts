import type { Page } from "@playwright/test";
import { type AnyMachine, edgesOf, eventsOf, isFinal, statesOf } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import type { MachineWords } from "#lib/messages/machine";
import { machineWords } from "#lib/messages/machines";
import { reasonWords } from "#lib/messages/reason";
import { expect, type Language, type Operator, test } from "#tests/e2e/app";
import { expectFit, expectNoOverflow, schemes } from "#tests/e2e/look";

const roles: Operator[] = ["super-admin", "account-executive", "business-account", "customer-account"];
const titles: Record<Language, string> = { en: "Statuses", es: "Estados" };
const seen: Record<Language, string[]> = {
  en: [
    "Super Admin",
    "the system: delinquent days",
    "the endpoint, with a service token",
    "Four eyes (4E)",
    "above confirm_limit",
  ],
  es: [
    "Super Admin",
    "el sistema: días de mora",
    "el servicio, con su credencial",
    "Cuatro ojos (4E)",
    "por encima de confirm_limit",
  ],
};

for (const language of ["en", "es"] as const) {
  test.describe(language, () => {
    test.use({ language });

    for (const operator of roles) {
      test.describe(operator, () => {
        test.use({ operator });
        test("finds every state and every event of every machine", async ({ page }) => {
          await page.goto("/customers");
          const sections = page.getByRole("navigation").first();
          await sections.getByText("Control", { exact: true }).click();
          await sections.getByRole("link", { name: titles[language] }).click();
          await expect(page.getByRole("heading", { level: 1 })).toHaveText(titles[language]);
          for (const entity of entities) await expectMachine(page, language, entity);
          for (const text of seen[language]) await expect(page.locator("main")).toContainText(text, { ignoreCase: true });
        });
      });
    }

    test("has no need to scroll sideways, wide or narrow", async ({ page }) => {
      await page.goto("/statuses");
      for (const width of [1280, 900, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await expectNoOverflow(page, `${width} px`);
      }
    });

    test("no text of a diagram sticks out of its box", async ({ page }) => {
      await page.goto("/statuses");
      const out = await page.locator(".picture :is(.state, .event)").evaluateAll((boxes) =>
        boxes.flatMap((box) => {
          const room = box.querySelector("rect")?.getBoundingClientRect();
          const texts = [...box.querySelectorAll("text")].map((text) => ({
            said: text.textContent,
            at: text.getBoundingClientRect(),
          }));
          return texts.filter(({ at }) => !room || at.left < room.left + 4 || at.right > room.right - 4).map(({ said }) => said);
        }),
      );
      expect(out).toEqual([]);
    });
  });
}

for (const scheme of schemes)
  for (const width of [1280, 390])
    test(`is accessible, ${scheme}, ${width} px`, async ({ page }) => {
      await page.goto("/statuses");
      await expectFit(page, scheme, width);
    });

test("a line of the contents leads to its entity, and an address to one state or event", async ({ page }) => {
  await page.goto("/statuses");
  await page.getByRole("link", { name: "Promise to pay" }).click();
  await expect(page).toHaveURL(/\/statuses#promise$/);
  await expect(page.locator("#promise h2")).toBeInViewport();
  await page.goto("/statuses#card-report_lost");
  await expect(page.locator("#card-report_lost")).toBeInViewport();
});

test("a rule's name leads to its setting, and a setting to the events that go by it", async ({ page }) => {
  await page.goto("/statuses");
  await page.locator("#customer-disable").getByRole("link", { name: "disable_after_days" }).click();
  await expect(page).toHaveURL(/\/settings#setting-disable_after_days$/);
  await expect(page.locator("#setting-disable_after_days")).toBeInViewport();
  await page.locator("#setting-disable_after_days").getByRole("link", { name: "Customer: Disable" }).click();
  await expect(page).toHaveURL(/\/statuses#customer-disable$/);
  await expect(page.locator("#customer-disable")).toBeInViewport();
});

test.describe("who may not open the settings", () => {
  test.use({ operator: "business-account" });

  test("is led to none", async ({ page }) => {
    await page.goto("/statuses");
    await expect(page.locator("#customer-disable code", { hasText: "disable_after_days" })).toBeVisible();
    await expect(page.locator("a[href^='/settings']")).toHaveCount(0);
  });
});

test("a diagram says in words what it shows", async ({ page }) => {
  await page.goto("/statuses");
  const picture = page.getByRole("img", { name: "Payment: diagram of its states and events", exact: true });
  await expect(picture).toHaveAccessibleDescription("Begins as Accepted. Reverse: from Accepted to Reversed. Ends as Reversed.");
});

/** Each state and event has its row, with its code, its name and what the machine says of it; the diagram has both too. */
async function expectMachine(page: Page, language: Language, entity: (typeof entities)[number]) {
  const machine: AnyMachine = machines[entity];
  const words: MachineWords = machineWords[language][entity];
  const section = page.locator(`section#${entity}`);
  const rows = await textsOf(section.locator("tbody tr"));
  expect(Object.keys(rows), entity).toEqual([...statesOf(machine), ...eventsOf(machine)].map((name) => `${entity}-${name}`));

  for (const [state, { label, meaning, allows }] of Object.entries(words.states))
    for (const text of [state, label, meaning, ...allows]) expect(rows[`${entity}-${state}`], state).toContain(plain(text));

  for (const [name, { label, system = "", fourEyes = "", effects = "" }] of Object.entries(words.events)) {
    const guards = (machine.events[name]?.guards ?? []).map(({ rule }) => words.guards[rule] ?? rule);
    const reasons = (machine.events[name]?.reasons ?? []).map((reason) => reasonWords[language][reason as "other"]);
    for (const text of [name, label, system, fourEyes, ...effects.split(/; (?![^(]*\))/), ...guards, ...reasons])
      expect(rows[`${entity}-${name}`], name).toContain(plain(text));
  }
  for (const { event, from, to } of edgesOf(machine))
    for (const state of [from, to]) expect(rows[`${entity}-${event}`]).toContain(plain(words.states[state]?.label ?? state));

  const unbroken = (text: string) => plain(text).replaceAll(" ", "");
  const drawn = (await section.locator(".picture .event").allTextContents()).map(unbroken);
  expect(drawn.toSorted()).toEqual(
    Object.values(words.events)
      .map(({ label }) => unbroken(label))
      .toSorted(),
  );
  const named = (await section.locator(".picture .state .name").allTextContents()).map(plain);
  expect(named.toSorted()).toEqual(
    Object.values(words.states)
      .map(({ label }) => plain(label))
      .toSorted(),
  );
  await expect(section.locator(".picture .end")).toHaveCount(statesOf(machine).filter((state) => isFinal(machine, state)).length);
}

/** The text of each row by its anchor. */
async function textsOf(rows: ReturnType<Page["locator"]>): Promise<Record<string, string>> {
  const texts = await rows.evaluateAll((all) => all.map((row) => [row.id, row.textContent ?? ""] as const));
  return Object.fromEntries(texts.map(([id, text]) => [id, plain(text)]));
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ");
