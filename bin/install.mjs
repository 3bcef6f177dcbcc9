import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Plain JavaScript on node's own modules: this runs before anything is installed.
const root = fileURLToPath(new URL("..", import.meta.url));

/** Installs the packages when those in node_modules are not the ones of package-lock.json. */
export async function install() {
  requireNode(20, 19);
  if (isInstalled()) return;
  console.log("Installing packages…");
  const code = await ended(
    spawn("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    }),
  );
  if (code !== 0) process.exit(code);
}

/** Runs a TypeScript file of this folder as a child that is told of every signal, and ends as it ends. */
export async function runScript(name) {
  const flags = ["--conditions=react-server", "--import", "tsx"];
  const child = spawn(process.execPath, [...flags, `bin/${name}`, ...process.argv.slice(2)], {
    cwd: root,
    // A group of its own: a terminal's Ctrl-C comes from here, once, and not from the terminal as well.
    detached: true,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) stopWithNpm(child);
  process.exit(await ended(child));
}

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split(".").map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  console.error(`Cartera needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm writes what it installed beside it, once all of it is there. */
function isInstalled() {
  const packagesIn = (file) => JSON.parse(readFileSync(`${root}${file}`, "utf8")).packages;
  try {
    const present = packagesIn("node_modules/.package-lock.json");
    return Object.entries(packagesIn("package-lock.json")).every(
      ([place, wanted]) => place === "" || (present[place] ? present[place].version === wanted.version : wanted.optional),
    );
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

/** npm that was killed tells nobody, nor does the shell it runs scripts in. */
function stopWithNpm(child) {
  const parent = process.ppid;
  const [name, grandparent] = processOf(parent);
  const above = name?.startsWith("npm") ? [] : [grandparent];
  const isGone = (pid) => pid && !existsSync(`/proc/${pid}`);
  setInterval(() => (process.ppid !== parent || above.some(isGone)) && child.kill("SIGTERM"), 250).unref();
}

/** Its name and its parent, where the system keeps them in /proc. */
function processOf(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return [];
  const [, name, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
  return [name, parent];
}

function ended(child) {
  return new Promise((resolve, reject) => child.once("error", reject).once("exit", (code) => resolve(code ?? 1)));
}
