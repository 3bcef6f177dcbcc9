import type { APIResponse } from "@playwright/test";
import { expect } from "#tests/e2e/app";

/** Not a failure; and where it is refused, a sentence. */
export async function expectWords(answer: APIResponse, about: string) {
  const told = about.slice(0, 120);
  expect(answer.status(), told).toBeLessThan(500);
  if (answer.status() < 400) expect([200, 303, 307], told).toContain(answer.status());
  else if (answer.status() !== 405) expect((await answer.text()).replace(/<[^>]*>/g, " "), told).toMatch(/\p{L}+ \p{L}+ \p{L}+/u);
}

/** Asks for all of them, as many at a time as a browser's tabs would. */
export async function atOnce<Item>(items: readonly Item[], ask: (item: Item) => Promise<void>) {
  const left = [...items];
  const one = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await ask(item);
  };
  await Promise.all(Array.from({ length: 6 }, one));
}
