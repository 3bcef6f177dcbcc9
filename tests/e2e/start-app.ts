import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "#bin/folder";
import { freePort } from "#bin/port";
import { usePostgres } from "#bin/postgres";

/**
 * Starts the app as anybody would, on a data folder of its own that is gone afterwards. To write tests against one that
 * is running, name it: E2E_URL and the data folder, E2E_DATA.
 */
export default async function startApp(): Promise<() => Promise<void>> {
  const folder = resolve(root, process.env["E2E_DATA"] ?? ".data/test-browser");
  const isRunning = process.env["E2E_URL"] !== undefined;
  process.env["E2E_LOG"] = join(folder, "server.log");
  const app = isRunning ? undefined : await start(folder);
  const postgres = await usePostgres(folder);
  process.env["E2E_DATABASE_URL"] = postgres.url();
  process.env["E2E_SUPERUSER_URL"] = postgres.superuserUrl();
  return async () => {
    await postgres.release();
    if (app === undefined) return;
    app.kill("SIGTERM");
    await once(app, "exit");
    rmSync(folder, { recursive: true });
  };
}

async function start(folder: string): Promise<ChildProcess> {
  await clear(folder);
  const log = join(folder, "server.log");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  process.env["E2E_URL"] = url;
  process.env["E2E_DATA"] = folder;
  const output = openSync(log, "a", 0o600);
  const app = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: root,
    env: { ...process.env, PORT: `${port}`, CARTERA_DATA: folder, DEMO_CUSTOMERS: "1500", DATABASE_URL: "", OIDC_ISSUER: "" },
    stdio: ["ignore", output, output],
  });
  while (!readFileSync(log, "utf8").includes("Cartera is ready at")) {
    if (app.exitCode !== null) throw new Error(`The app does not start:\n${readFileSync(log, "utf8")}`);
    await pause(200);
  }
  return app;
}

/** Removes what a run that was killed left, its database server too. */
async function clear(folder: string) {
  if (existsSync(join(folder, "postgres/postmaster.pid"))) await (await usePostgres(folder)).release();
  rmSync(folder, { recursive: true, force: true });
  // The user who runs PostgreSQL has to pass through.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
}
