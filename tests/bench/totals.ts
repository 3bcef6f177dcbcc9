import type { Bench } from "#tests/bench/app";
import { type Figure, ms } from "#tests/bench/figure";
import { landmarksOf } from "#tests/bench/landmarks";
import { byTurns, median } from "#tests/bench/times";

/** How soon a million's pages are there whole, total and rows: first byte and last. */
export async function totals({ app, databaseUrl }: Bench): Promise<Figure[]> {
  const { from, to } = await landmarksOf(databaseUrl);
  const list = `${app.url}/customers`;
  const common = (await app.browser.post(`${list}/search`, { text: "garcia" })).url;
  const days = `created_from=${from}&created_to=${to}`;
  const everything = {
    text: "garcia",
    status: "enabled",
    active_credits_from: "0",
    active_credits_to: "4",
    created_from: "2000-01-01",
    modified_from: "2000-01-01",
    data_accepted_from: "2000-01-01",
    commercial_accepted_from: "2000-01-01",
  };
  const addresses = {
    "no filter": list,
    "a status": `${list}?status=enabled`,
    "a month": `${list}?${days}`,
    "three years": `${list}?created_from=2000-01-01`,
    "a common substring": common,
    "every filter at once": (await app.browser.post(`${list}/search`, everything)).url,
  };
  const measures = Object.fromEntries(Object.entries(addresses).map(([name, address]) => [name, () => app.browser.get(address)]));
  await byTurns(3, measures);
  const answers = await byTurns(15, measures);
  const slowest = Object.entries(answers).map(([name, taken]) => ({
    name,
    lastByte: Math.max(...taken.map(({ lastByteMs }) => lastByteMs)),
    usual: median(taken.map(({ firstByteMs }) => firstByteMs)),
  }));
  return [
    {
      what: "page with its total: slowest last byte (usual first byte)",
      measured: slowest.map(({ name, lastByte, usual }) => `${name} ${ms(lastByte)} (${ms(usual)})`).join(", "),
      goal: "≤ 300 ms",
      isMet: slowest.every(({ lastByte }) => lastByte <= 300),
    },
  ];
}
