import { join } from "node:path";
import { aborted } from "#bin/aborted";
import { buildWhenChanged } from "#bin/build";
import { startChild } from "#bin/child";
import { migrateDatabase, openDatabase } from "#bin/database";
import { fillWhenEmpty } from "#bin/demo-customers";
import { dataFolder } from "#bin/folder";
import { startIdentityProvider } from "#bin/identity";
import { becomesFree } from "#bin/port";
import { endWith, Refusal } from "#bin/refusal";
import { secretsIn } from "#bin/secrets";
import { type Settings, settingsOf } from "#bin/settings";

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, () => stopping.abort());

try {
  await run(settingsOf(process.env, process.argv), stopping.signal);
} catch (error) {
  if (!stopping.signal.aborted) endWith(error);
}
process.exit(0);

/** Starts everything, one thing after another, and stops it in the opposite order. */
async function run(settings: Settings, stopping: AbortSignal) {
  if (!(await becomesFree(settings.port, settings.host)))
    throw new Refusal(`Port ${settings.port} is taken: stop what uses it, or choose another, as in "PORT=3100 npm start".`);
  const stops: (() => Promise<void>)[] = [];
  try {
    if (!settings.isDev) await buildWhenChanged(stopping);

    console.log(process.env["DATABASE_URL"] ? "Migrating the database…" : "Starting PostgreSQL…");
    const database = await openDatabase();
    stops.unshift(database.release);
    await migrateDatabase(database.url, database.appUrl);
    if (database.isEmbedded) await fillWhenEmpty(settings.demoCustomers, stopping);

    const identity = settings.isDemo ? await startDemonstration(settings, stopping) : undefined;
    if (identity) stops.unshift(identity.child.stop);

    const server = await startServer(settings, { ...identity?.env, DATABASE_URL: database.appUrl }, stopping);
    stops.unshift(server.stop);
    console.log(`Cartera is ready at ${settings.url}`);

    const failure = await Promise.race([server.ended, ...(identity ? [identity.child.ended] : []), aborted(stopping)]);
    if (failure) throw new Refusal(failure);
    console.log("Stopping…");
  } finally {
    for (const stop of stops) await stop();
  }
}

async function startDemonstration({ port, url }: Settings, stopping: AbortSignal) {
  console.log("Starting the demonstration's identity provider…");
  const clientSecret = secretsIn(dataFolder()).identityProviderClient;
  const folder = join(dataFolder(), "identity-provider");
  const { child, issuer } = await startIdentityProvider({ folder, carteraPort: port, carteraUrl: url, clientSecret }, stopping);
  return {
    child,
    env: {
      CARTERA_DEMO: "1",
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: "cartera",
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_ROLE_CLAIM: "cartera_role",
    },
  };
}

function startServer({ host, port, url, isDev }: Settings, env: Record<string, string>, stopping: AbortSignal) {
  return startChild(
    {
      script: "serve.ts",
      // With Node's own 16 MB a tenth of the server's CPU went into sweeping up after requests.
      flags: ["--max-semi-space-size=32"],
      readyLine: "listening",
      env: {
        NODE_ENV: isDev ? "development" : "production",
        DATABASE_OWNER_URL: "",
        CARTERA_DEV: isDev ? "1" : "",
        CARTERA_DEMO: "",
        NEXT_TELEMETRY_DISABLED: "1",
        HOST: host,
        PORT: `${port}`,
        CARTERA_URL: url,
        NEXTAUTH_URL: url,
        NEXTAUTH_SECRET: process.env["NEXTAUTH_SECRET"] ?? secretsIn(dataFolder()).session,
        ...env,
      },
    },
    stopping,
  );
}
