import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { dataFolder, root } from "#bin/folder";
import { type Browser, openBrowser } from "#tests/bench/browser";
import { descendant } from "#tests/bench/process";

export type App = { url: string; pid: number; browser: Browser; stop: () => Promise<void> };
export type Bench = { app: App; databaseUrl: string };

/** The production server as `npm start` runs it, on a database of the bench, with a Super Admin signed in. */
export async function startApp(port: number, databaseUrl: string): Promise<App> {
  const launcher = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: root,
    env: { ...process.env, PORT: `${port}`, CARTERA_DATA: join(dataFolder(), `app-${port}`), DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => launcher.once("exit", () => resolve()));
  const stop = async () => {
    launcher.kill("SIGTERM");
    await ended;
  };
  const url = await Promise.race([readyAddress(launcher.stdout), ended]);
  if (url === undefined) throw new Error("the app did not start");
  return { url, pid: descendant(Number(launcher.pid), "bin/serve.ts"), browser: await signIn(url), stop };
}

async function readyAddress(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) {
    const [, url] = /^Cartera is ready at (\S+)$/.exec(line) ?? [];
    if (url !== undefined) return url;
    console.error(`  ${line}`);
  }
  return undefined;
}

async function signIn(url: string): Promise<Browser> {
  const browser = openBrowser();
  const choice = await browser.post(`${url}/sign-in/start`, { next: "/customers" });
  const { url: arrived } = await browser.post(choice.url, { operator: "super-admin" });
  if (arrived !== `${url}/customers`) throw new Error(`signing in led to ${arrived}`);
  return browser;
}
