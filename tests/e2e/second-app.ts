import { randomBytes } from "node:crypto";
import pg from "pg";
import { startChild } from "#bin/child";
import { migrateDatabase } from "#bin/database";
import { freePort } from "#bin/port";
import { secretsIn } from "#bin/secrets";
import { cookieOf, type StorageState } from "#tests/e2e/app";
import { type Line, lineTo } from "#tests/e2e/line";

export type SecondApp = {
  url: string;
  databaseUrl: string;
  line: Line;
  state: StorageState;
  /** Of somebody who was signed in to the first app when this one was started. */
  stateOf: (first: StorageState) => StorageState;
  stop: () => Promise<void>;
};

/** The same app once more, on an empty database of its own behind a line that can be cut; whoever is signed in to the first is to this. */
export async function startSecondApp(first: StorageState): Promise<SecondApp> {
  const name = `second_${randomBytes(6).toString("hex")}`;
  const superuser = new pg.Client(process.env["E2E_SUPERUSER_URL"]);
  await superuser.connect();
  await superuser.query(`create database ${name} owner cartera`);
  const database = new URL(process.env["E2E_DATABASE_URL"] ?? "");
  const known = new pg.Client(database.href);
  database.pathname = `/${name}`;
  await migrateDatabase(database.href);
  await copySessions(known, new pg.Client(database.href));

  const line = await lineTo(Number(database.port));
  database.port = `${line.port}`;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startChild(
    { script: "serve.ts", readyLine: "listening", env: environmentOf(url, database.href) },
    new AbortController().signal,
  );
  // Cookies are told apart by the port in their name.
  const stateOf = ({ cookies }: StorageState) => ({
    cookies: cookies
      .filter(({ name }) => /^cartera-\d+\.session$/.test(name))
      .map(({ value }) => cookieOf(`cartera-${port}.session`, value)),
    origins: [],
  });
  return {
    url,
    databaseUrl: database.href,
    line,
    state: stateOf(first),
    stateOf,
    stop: async () => {
      await server.stop();
      line.cut();
      await superuser.query(`drop database ${name} with (force)`);
      await superuser.end();
    },
  };
}

async function copySessions(from: pg.Client, to: pg.Client) {
  await Promise.all([from.connect(), to.connect()]);
  const { rows } = await from.query<{ session: object }>("select to_jsonb(sessions) as session from sessions");
  for (const { session } of rows)
    await to.query("insert into sessions select * from jsonb_populate_record(null::sessions, $1)", [session]);
  await Promise.all([from.end(), to.end()]);
}

export const environmentOf = (url: string, database: string) => ({
  NODE_ENV: "production",
  PORT: new URL(url).port,
  HOST: "127.0.0.1",
  CARTERA_URL: url,
  CARTERA_DEMO: "1",
  CARTERA_DEV: "",
  NEXTAUTH_URL: url,
  NEXTAUTH_SECRET: secretsIn(process.env["E2E_DATA"] ?? "").session,
  DATABASE_URL: database,
  // Nobody signs in here: its provider is never asked.
  OIDC_ISSUER: "http://127.0.0.1:1",
  OIDC_CLIENT_ID: "cartera",
  OIDC_CLIENT_SECRET: "of the first app",
});
