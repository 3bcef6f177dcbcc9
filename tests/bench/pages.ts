import type { App, Bench } from "#tests/bench/app";
import { type Figure, ms, times } from "#tests/bench/figure";
import { withoutRows } from "#tests/bench/first-page";
import { landmarksOf } from "#tests/bench/landmarks";
import { byTurns, median, quantile } from "#tests/bench/times";
import { queryAt, runQuery } from "#tests/bench/view";

const rounds = 30;

/** How long pages of a million take: beside their bare statements, and beside the same pages of a tenth. */
export async function pages(million: Bench, tenth: Bench): Promise<Figure[]> {
  const [views, smallViews] = [await viewsOf(million), await viewsOf(tenth)];
  const floor = () => take(million.app, million.app.url + withoutRows);
  const figures: Figure[] = [];
  for (const [index, { what, address, text }] of views.entries()) {
    const query = await queryAt(address, text);
    const measures = {
      page: () => take(million.app, address),
      sql: () => timed(() => runQuery(query)),
      small: () => take(tenth.app, smallViews[index]?.address ?? ""),
      floor,
    };
    await byTurns(5, measures);
    const samples = await byTurns(rounds, measures);
    const [page, sql] = [median(samples.page), median(samples.sql)];
    const most = 3 * sql + median(samples.floor);
    const growth = page / median(samples.small);
    figures.push({
      what: `${what}: page, bare SQL, growth from 100,000`,
      measured: `${ms(page)} (p95 ${ms(quantile(samples.page, 0.95))}, slowest ${ms(Math.max(...samples.page))}), ${ms(sql)}, ${times(growth)}`,
      goal: `≤ 3 × SQL + floor = ${ms(most)}, ≤ 1.30 ×`,
      isMet: page <= most && growth <= 1.3,
    });
  }
  return figures;
}

type View = { what: string; address: string; text: string };

async function viewsOf({ app, databaseUrl }: Bench): Promise<View[]> {
  const { middle, rare, from, to } = await landmarksOf(databaseUrl);
  const list = `${app.url}/customers`;
  const plain = (what: string, search: string): View => ({ what, address: `${list}${search}`, text: "" });
  const searched = async (what: string, text: string): Promise<View> => ({
    what,
    address: (await app.browser.post(`${list}/search`, { text })).url,
    text,
  });
  return [
    plain("first page", ""),
    plain("last page", "?page=last"),
    plain("a page in the middle", `?after=${middle}`),
    plain("status and a month", `?status=enabled&created_from=${from}&created_to=${to}`),
    await searched("common substring", "garcia"),
    await searched("rare substring", rare),
  ];
}

const take = async ({ browser }: App, address: string) => (await browser.get(address)).lastByteMs;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}
