import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { aborted } from "#bin/aborted";
import { root } from "#bin/folder";
import { Refusal } from "#bin/refusal";

export type Child = { ended: Promise<string>; stop: () => Promise<void> };
type Program = { script: string; flags?: string[]; readyLine: string; env: Record<string, string> };

/**
 * Starts a script of bin/ and waits until it says that it is ready. It ends itself when this process is gone, however
 * it went: its ipc channel closes.
 */
export async function startChild({ script, flags = [], readyLine, env }: Program, stopping: AbortSignal): Promise<Child> {
  stopping.throwIfAborted();
  const child = spawn(process.execPath, [...flags, "--import", "tsx", `bin/${script}`], {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`bin/${script} does not start: ${error.message}`));
    child.once("exit", (code, signal) => resolve(`bin/${script} ended by itself (${signal ?? `code ${code}`}).`));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const isLate = await Promise.race([ended.then(() => false), pause(12_000, true, { ref: false })]);
    if (isLate) child.kill("SIGKILL");
    await ended;
  };
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout as Readable }).on("line", (line) =>
      line === readyLine ? resolve() : console.log(line),
    );
  });

  const failure = await Promise.race([ready, ended, aborted(stopping)]);
  if (!failure && !stopping.aborted) return { ended, stop };
  await stop();
  throw new Refusal(failure ?? "Stopped.");
}
