import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "#tests/e2e/app";

/** The page as it stands has no fault of accessibility and does not scroll sideways, light and dark, wide and narrow. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const told = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html.slice(0, 200)) }));
      expect.soft(told, `${colorScheme}, ${width} px`).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(sideways, `overflow in px, ${colorScheme}, ${width} px`).toBeLessThanOrEqual(0);
    }
}
