import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { root } from "#bin/folder";

const ticksPerSecond = 100;
const pageBytes = 4096;

/** CPU time a process has used so far, all its threads together; Linux counts it in hundredths of a second. */
export function cpuMs(pid: number): number {
  const fields = statOf(pid);
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/** The most memory that a process holds, in bytes, from now until `peak` is asked. */
export function watchMemory(pid: number) {
  const before = residentBytes(pid);
  let most = before;
  const look = () => {
    most = Math.max(most, residentBytes(pid));
  };
  const timer = setInterval(look, 25);
  return {
    peak: () => {
      clearInterval(timer);
      return { most, growth: most - before };
    },
  };
}

/** The process below another one that runs a script. */
export function descendant(ancestor: number, script: string): number {
  const pids = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const found = pids.find((pid) => isBelow(pid, ancestor) && textOf(`/proc/${pid}/cmdline`).split("\0").includes(script));
  if (found === undefined) throw new Error(`no ${script} below ${ancestor}`);
  return found;
}

/** Runs a script of the app, quietly, and waits for its end. */
export async function run(
  script: string,
  args: string[],
  env: Record<string, string>,
  whileRunning?: (pid: number) => void,
): Promise<{ seconds: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (words = `${words}${text}`.slice(-2000)));
  if (child.pid !== undefined) whileRunning?.(child.pid);
  const code = await new Promise((ended, failed) => child.once("error", failed).once("close", ended));
  if (code !== 0) throw new Error(`${script} ended with code ${code}: ${words}`);
  return { seconds: (performance.now() - startedAt) / 1000 };
}

function residentBytes(pid: number): number {
  return Number(textOf(`/proc/${pid}/statm`).split(" ")[1] ?? 0) * pageBytes;
}

function isBelow(pid: number, ancestor: number): boolean {
  for (let each = pid; each > 1; each = Number(statOf(each)[1])) if (each === ancestor) return true;
  return false;
}

/** The fields of a process after its name, which may hold blanks itself. */
function statOf(pid: number): string[] {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** Nothing, when the process is gone by now. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
