import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { dataFolder } from "#bin/folder";
import { counted, type Figure, megabytes, times } from "#tests/bench/figure";
import { lend } from "#tests/bench/lending";
import { cpuMs, run, watchMemory } from "#tests/bench/process";

const most = 200_000;

/** How long a close of day takes when a tenth of the active credits change and another tenth grow a day older. */
export async function closeOfDay(emptied: () => Promise<string>): Promise<Figure[]> {
  const half = await closed(await emptied(), most / 2);
  const all = await closed(await emptied(), most);
  const growth = all.seconds / half.seconds;
  const cpuGrowth = all.cpuSeconds / half.cpuSeconds;
  return [
    {
      what: `close of day over ${counted(most)} active credits, 10 % of them changing`,
      measured: `${all.seconds.toFixed(1)} s (CPU ${all.cpuSeconds.toFixed(1)} s, the database's with it)`,
      goal: "≤ 60 s",
      isMet: all.seconds <= 60,
    },
    {
      what: `close of day, growth from ${counted(most / 2)}`,
      measured: `${times(growth)} (CPU ${times(cpuGrowth)})`,
      goal: "≤ 2.20 ×",
      isMet: growth <= 2.2,
    },
    {
      what: "close of day: most memory, growth from half the credits",
      measured: `${megabytes(all.memory)}, ${megabytes(all.memory - half.memory)}`,
      goal: "≤ 50 MB",
      isMet: all.memory - half.memory <= 50e6,
    },
  ];
}

async function closed(databaseUrl: string, credits: number) {
  const { changing, ageing } = await lend(databaseUrl, credits);
  let [cpu, peak] = [0, () => ({ most: 0 })];
  const databaseCpu = await databaseCpuMs();
  let looks: NodeJS.Timeout | undefined;
  const { seconds } = await run("bin/close-day.ts", ["--ahead"], { DATABASE_URL: databaseUrl }, (pid) => {
    ({ peak } = watchMemory(pid));
    looks = setInterval(() => {
      cpu = Math.max(cpu, cpuMs(pid));
    }, 50);
  });
  clearInterval(looks);
  const counts = await lend.counts(databaseUrl);
  if (counts["replayed"] !== changing || counts["aged"] !== ageing)
    throw new Error(`closed otherwise: ${JSON.stringify(counts)}`);
  return { seconds, cpuSeconds: (cpu + (await databaseCpuMs()) - databaseCpu) / 1000, memory: peak().most };
}

/** Of all connections to the bench's cluster that have ended, of which the last may just be about to. */
async function databaseCpuMs(): Promise<number> {
  await pause(2_000);
  const [pid] = readFileSync(join(dataFolder(), "postgres/postmaster.pid"), "utf8").split("\n");
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
