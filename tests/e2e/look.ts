import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/e2e/app";

export const schemes = ["light", "dark"] as const;

/** The page as it stands has no fault of accessibility and does not scroll sideways, light and dark, wide and narrow. */
export async function expectAccessible(page: Page) {
  // Each look is an analysis of its own: on a busy machine they are most of what a test takes.
  test.setTimeout(test.info().timeout + 60_000);
  for (const scheme of schemes) for (const width of [1280, 390]) await expectFit(page, scheme, width);
}

/** The same in one of its looks. */
export async function expectFit(page: Page, colorScheme: (typeof schemes)[number], width: number) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 844 });
  const look = `${colorScheme}, ${width} px`;
  await expectNoFault(page, look);
  await expectNoOverflow(page, look);
}

export async function expectNoFault(page: Page, look?: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html.slice(0, 200)) }));
  expect.soft(told, look).toEqual([]);
}

export async function expectNoOverflow(page: Page, look: string) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(sideways, `overflow in px, ${look}`).toBeLessThanOrEqual(0);
}
