import autocannon from "autocannon";
import type { App } from "#tests/bench/app";
import { type Figure, ms, times } from "#tests/bench/figure";
import { startPlain } from "#tests/bench/plain";
import { cpuMs } from "#tests/bench/process";
import { byTurns, median, ratio } from "#tests/bench/times";

const connections = 8;
const requests = 150;
const rounds = 5;
/** Autocannon ends at the next of its samples, every second unless told: too coarse for a load of two seconds. */
const sampleInt = 20;

/** Where nothing is found: this many active credits nobody has, as one look into an index tells, rows and count alike. */
export const withoutRows = "/customers?active_credits_from=900000";

/** What the rows of the first page cost the server, on top of the same page without them and over a plain server. */
export async function firstPage(app: App, databaseUrl: string): Promise<Figure[]> {
  const plain = await startPlain(app, databaseUrl);
  const cookie = { cookie: app.browser.cookie() };
  const page = { url: `${app.url}/customers`, pid: app.pid, headers: cookie };
  const variants = {
    page: () => load(page),
    zipped: () => load({ ...page, headers: { ...cookie, "accept-encoding": "gzip" } }),
    none: () => load({ ...page, url: app.url + withoutRows }),
    plain: () => load({ url: plain.url, pid: plain.pid, headers: {} }),
  };
  await byTurns(2, variants);
  const loads = await byTurns(rounds, variants);
  plain.stop();
  const cpu = mapped(loads, ({ cpuMs }) => cpuMs);
  const speed = mapped(loads, ({ perSecond }) => perSecond);
  const onTop = ratio(cpu.page, cpu.none);
  const told = (name: "page" | "none" | "plain") => `${ms(median(cpu[name]))}, ${median(speed[name]).toFixed(0)}/s`;
  return [
    {
      what: "first page of 50 × 11 over the page without rows",
      measured: `CPU ${times(onTop)}, requests/s ${times(ratio(speed.page, speed.none))} (${told("page")}; ${told("none")})`,
      goal: "CPU ≤ 1.25 ×",
      isMet: onTop <= 1.25,
    },
    {
      what: "first page over plain node + pg joining the same HTML",
      measured: `CPU ${times(ratio(cpu.page, cpu.plain))}, requests/s ${times(ratio(speed.page, speed.plain))} (${told("plain")})`,
    },
    {
      what: "first page compressed, as browsers ask for it, over uncompressed",
      measured: `CPU ${times(ratio(cpu.zipped, cpu.page))}`,
    },
  ];
}

export async function load({ url, pid, headers }: { url: string; pid: number; headers: Record<string, string> }) {
  const [cpuBefore, startedAt] = [cpuMs(pid), performance.now()];
  const { non2xx, errors } = await autocannon({ url, connections, amount: requests, headers, sampleInt });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were not 200, ${errors} requests failed`);
  return { cpuMs: (cpuMs(pid) - cpuBefore) / requests, perSecond: (requests / (performance.now() - startedAt)) * 1000 };
}

function mapped<Name extends string, From, To>(lists: Record<Name, From[]>, change: (from: From) => To) {
  return Object.fromEntries(Object.entries<From[]>(lists).map(([name, list]) => [name, list.map(change)])) as Record<Name, To[]>;
}
