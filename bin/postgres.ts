import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { freePort } from "#bin/port";
import { type OsUser, osUser, postgresBinaries, requireWayTo, runAs } from "#bin/postgres-binaries";
import { Refusal } from "#bin/refusal";
import { type Secrets, secretsIn } from "#bin/secrets";

export type Postgres = {
  /** The address of a database for the role that owns what it makes there and is no superuser. */
  url: (database?: string) => string;
  /** The same for the application's role, which owns nothing. */
  appUrl: (database?: string) => string;
  superuserUrl: (database?: string) => string;
  /** Stops the server, unless somebody else is using it too. */
  release: () => Promise<void>;
};
type Settings = Record<string, string>;
type Cluster = { folder: string; log: string; user: OsUser; secrets: Secrets; settings: Settings };

/** Everybody who uses the cluster holds this lock shared; who gets it alone is the last one and turns the lights off. */
const usersLock = 8_254_001;
const setupLock = 8_254_002;

const defaults: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "512MB",
  work_mem: "16MB",
  maintenance_work_mem: "512MB",
  max_wal_size: "4GB",
  effective_cache_size: "4GB",
  random_page_cost: "1.1",
  jit: "off",
  // What people's rows hold must never reach a log: neither statements nor errors, whose words quote values.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_statement: "none",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
};

/** Starts the embedded PostgreSQL of a data folder, or joins the one that is running there. */
export async function usePostgres(dataFolder: string, settings: Settings = {}): Promise<Postgres> {
  const cluster: Cluster = {
    folder: join(dataFolder, "postgres"),
    log: join(dataFolder, "postgres.log"),
    user: osUser(),
    secrets: secretsIn(dataFolder),
    settings: { ...defaults, ...settings },
  };
  const { port, lease } = await startOrJoin(cluster);
  const { postgresSuperuser, postgresRole, postgresApp } = cluster.secrets;
  await addRolesAndDatabase(lease, { cartera: postgresRole, cartera_app: postgresApp });
  return {
    url: (database = "cartera") => addressOf("cartera", postgresRole, port, database),
    appUrl: (database = "cartera") => addressOf("cartera_app", postgresApp, port, database),
    superuserUrl: (database = "postgres") => addressOf("postgres", postgresSuperuser, port, database),
    release: () => release(cluster, lease),
  };
}

async function startOrJoin(cluster: Cluster) {
  const until = Date.now() + 10_000;
  let failure = "";
  for (;;) {
    const running = await joinRunning(cluster);
    if (running) return running;
    if (Date.now() > until) throw new Refusal(`PostgreSQL does not start. Its own words are in ${cluster.log}. ${failure}`);
    if (failure) await pause(300);
    failure = await start(cluster);
  }
}

/** The server that runs on this very folder, if it is alive and answers. */
async function joinRunning({ folder, secrets }: Cluster) {
  const pidFile = join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const [, , , port] = readFileSync(pidFile, "utf8").split("\n");
  const lease = new pg.Client(addressOf("postgres", secrets.postgresSuperuser, Number(port), "postgres"));
  lease.on("error", () => undefined);
  try {
    await lease.connect();
    const { rows } = await lease.query("SELECT current_setting('data_directory') AS folder");
    // A folder copied from a running one names, in its pid file, the server of the original.
    if (realpathSync(rows[0].folder) !== realpathSync(folder)) throw new Error("another folder's server");
    await lease.query("SELECT pg_advisory_lock_shared($1)", [usersLock]);
    return { port: Number(port), lease };
  } catch {
    await lease.end().catch(() => undefined);
    return undefined;
  }
}

/** Why it did not start, or nothing. */
async function start(cluster: Cluster): Promise<string> {
  const { folder, log, user, settings } = cluster;
  const { pgCtl } = postgresBinaries();
  if (!existsSync(folder)) await initialise(cluster);
  writeFileSync(log, "", { flag: "a", mode: 0o600 });
  if (user) chownSync(log, user.uid, user.gid);
  const options = Object.entries({ ...settings, port: `${await freePort()}` }).map(([name, value]) => `-c ${name}='${value}'`);
  return runAs(user, pgCtl, ["-D", folder, "-l", log, "-o", options.join(" "), "-t", "120", "-w", "start"]).then(
    () => "",
    (error: Error) => error.message,
  );
}

/** Made beside its place and moved there when it is whole, so that no interruption leaves half a cluster. */
async function initialise({ folder, user, secrets }: Cluster) {
  const { initdb } = postgresBinaries();
  requireWayTo(initdb, user);
  requireWayTo(folder, user);
  const draft = `${folder}.${process.pid}`;
  const password = `${draft}.password`;
  writeFileSync(password, secrets.postgresSuperuser, { mode: 0o600 });
  mkdirSync(draft, { mode: 0o700 });
  if (user) for (const each of [password, draft]) chownSync(each, user.uid, user.gid);
  try {
    const ways = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--username=postgres"];
    await runAs(user, initdb, [...ways, `--pwfile=${password}`, "-D", draft]);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    for (const each of [password, draft]) rmSync(each, { recursive: true, force: true });
  }
}

async function addRolesAndDatabase(superuser: pg.Client, passwords: Record<string, string>) {
  const isMissing = async (query: string) => (await superuser.query(query)).rowCount === 0;
  await superuser.query("SELECT pg_advisory_lock($1)", [setupLock]);
  for (const [role, password] of Object.entries(passwords))
    if (await isMissing(`SELECT FROM pg_roles WHERE rolname = '${role}'`))
      await superuser.query(`CREATE ROLE ${role} LOGIN PASSWORD ${superuser.escapeLiteral(password)}`);
  if (await isMissing("SELECT FROM pg_database WHERE datname = 'cartera'"))
    await superuser.query("CREATE DATABASE cartera OWNER cartera");
  await superuser.query("SELECT pg_advisory_unlock($1)", [setupLock]);
}

async function release(cluster: Cluster, lease: pg.Client) {
  // The lease's own connection may have died with a crash of the server, which then has come up again.
  const running = await joinRunning(cluster);
  await lease.end().catch(() => undefined);
  if (!running) return;
  await running.lease.query("SELECT pg_advisory_unlock_shared($1)", [usersLock]);
  const { rows } = await running.lease.query("SELECT pg_try_advisory_lock($1) AS is_last", [usersLock]);
  const { pgCtl } = postgresBinaries();
  if (rows[0].is_last) await runAs(cluster.user, pgCtl, ["-D", cluster.folder, "-m", "fast", "-w", "stop"]);
  await running.lease.end().catch(() => undefined);
}

const addressOf = (role: string, password: string, port: number, database: string) =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
