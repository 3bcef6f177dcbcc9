import pg from "pg";
import { Refusal } from "#bin/refusal";

export type Settings = {
  host: string;
  port: number;
  /** The address that browsers use. */
  url: string;
  isDev: boolean;
  /** Without an identity provider of one's own it is a demonstration, for this machine alone. */
  isDemo: boolean;
  demoCustomers: number;
  /** At what time of day in the project's zone the days before are closed; never by itself without one. */
  closeDayAt: string | undefined;
};

export function settingsOf(env: NodeJS.ProcessEnv, flags: string[]): Settings {
  const isDemo = !env["OIDC_ISSUER"];
  const port = countIn(env, "PORT", 3000);
  if (port < 1 || port > 65_535) throw new Refusal(`PORT is ${port}; a port is from 1 to 65535.`);
  if (isDemo) refuseDistantDatabase(env["DATABASE_URL"]);
  else requireSettings(env, ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]);
  return {
    host: (!isDemo && env["HOST"]) || "127.0.0.1",
    port,
    url: (!isDemo && env["CARTERA_URL"]) || `http://127.0.0.1:${port}`,
    isDev: flags.includes("--dev"),
    isDemo,
    demoCustomers: countIn(env, "DEMO_CUSTOMERS", 5000),
    closeDayAt: timeIn(env, "CLOSE_DAY_AT"),
  };
}

export function requireSettings(env: NodeJS.ProcessEnv, names: string[]) {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0) throw new Refusal(`Not set in the environment: ${missing.join(", ")}.`);
}

function refuseDistantDatabase(url: string | undefined) {
  if (!url) return;
  // As the driver reads it: a "host" in the query overrules the one before the path.
  const { host } = new pg.Client(url);
  if (["127.0.0.1", "::1", "localhost"].includes(host) || host.startsWith("/")) return;
  throw new Refusal(
    `DATABASE_URL is on ${host}. Without OIDC_ISSUER this is a demonstration that anybody may sign in to, ` +
      "and it takes a database of this machine only.",
  );
}

/** A time of day as 18:30; undefined where none is set. */
export function timeIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = env[name] || undefined;
  if (text === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text;
  throw new Refusal(`${name} is "${text}"; it takes a time of day from 00:00 to 23:59, as in 18:30.`);
}

function countIn(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name] || `${otherwise}`;
  if (!/^\d{1,9}$/.test(text)) throw new Refusal(`${name} is "${text}"; it takes a whole number.`);
  return Number(text);
}
