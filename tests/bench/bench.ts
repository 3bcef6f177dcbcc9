import { parseArgs } from "node:util";
import { counted, type Figure, tableOf, writeIntoReadme } from "#tests/bench/figure";

// "npm run bench" measures all; "npm run bench -- totals download" only those parts; --write keeps the table in README.md.
const { values: asked, positionals: only } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false } },
});
process.env["CARTERA_DATA"] ||= ".data/bench";
const port = Number(process.env["PORT"] || 3500);

const { openDatabases } = await import("#tests/bench/databases");
const databases = await openDatabases();
const stops = [databases.release];
try {
  const { million, tenth } = databases;
  const figures = million.seedSeconds === undefined ? [] : [seedFigure(million.customers, million.seedSeconds)];
  process.env["DATABASE_URL"] = million.url;
  const { startApp } = await import("#tests/bench/app");
  const app = await startApp(port, million.url);
  stops.unshift(app.stop);
  const small = await startApp(port + 10, tenth.url);
  stops.unshift(small.stop);

  const { disconnect } = await import("#db/client");
  stops.unshift(disconnect);
  const { countAll } = await import("#db/list/total");
  const { customerList } = await import("#app/customers/list");
  const { firstPage } = await import("#tests/bench/first-page");
  const { pages } = await import("#tests/bench/pages");
  const { totals } = await import("#tests/bench/totals");
  const { download } = await import("#tests/bench/download");
  const { importExport } = await import("#tests/bench/import");
  const { history } = await import("#tests/bench/history");
  const { transitions } = await import("#tests/bench/transition");
  const { payments } = await import("#tests/bench/payments");
  const { contention } = await import("#tests/bench/contention");
  const { authorizations } = await import("#tests/bench/authorization");
  const { cycles } = await import("#tests/bench/cycles");
  const { closeOfDay } = await import("#tests/bench/close-day");
  const { engineFigures } = await import("#tests/bench/engine");
  const { profile } = await import("#tests/bench/profile");
  const { reassessment } = await import("#tests/bench/reassess");
  const bench = { app, databaseUrl: million.url };
  const parts: [string, () => Promise<Figure[]>][] = [
    // First, while the server still holds little: its memory cannot hide what a download needs.
    ["download", async () => download(bench, await countAll(customerList))],
    ["first-page", () => firstPage(app, million.url)],
    ["pages", () => pages(bench, { app: small, databaseUrl: tenth.url })],
    ["profile", () => profile(bench)],
    ["totals", () => totals(bench)],
    ["import", async () => importExport(await databases.empty())],
    ["transitions", () => transitions(bench)],
    ["payments", () => payments(bench)],
    ["contention", () => contention(bench, port + 20)],
    ["history", async () => history(await databases.empty())],
    ["reassess", async () => reassessment(await databases.empty())],
    ["authorization", () => authorizations(million.url)],
    ["close-day", () => closeOfDay(databases.empty)],
    ["cycles", () => cycles(databases.empty)],
    ["engine", async () => engineFigures()],
  ];
  for (const [name, measure] of parts) {
    if (only.length > 0 && !only.includes(name)) continue;
    console.error(`Measuring: ${name}…`);
    const measured = await measure();
    for (const { what, measured: value } of measured) console.error(`  ${what}: ${value}`);
    figures.push(...measured);
  }
  const table = tableOf(figures);
  console.log(table);
  if (asked.write) writeIntoReadme(table);
} finally {
  for (const stop of stops) await stop();
}

function seedFigure(customers: number, seconds: number): Figure {
  return {
    what: `seed of ${counted(customers)} customers`,
    measured: `${seconds.toFixed(1)} s`,
    goal: "≤ 60 s",
    isMet: seconds <= 60,
  };
}
