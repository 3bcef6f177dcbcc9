import { addDays, type Day, parseDay } from "#lib/domain/day";
import { parseRate } from "#lib/domain/rate";
import { replay } from "#lib/domain/replay";
import type { CreditEvent } from "#lib/domain/replay/event";
import { components } from "#lib/domain/rules";
import { buildSchedule } from "#lib/domain/schedule";
import type { Terms } from "#lib/domain/terms";
import { counted, type Figure, ms } from "#tests/bench/figure";
import { median } from "#tests/bench/times";

/** How many schedules a second, and how long a credit with a long history takes to replay; on one core, without a database. */
export function engineFigures(): Figure[] {
  const aSecond = schedulesASecond();
  const replays = replayTimes();
  const late = replayTimes({ lateFee: { kind: "fixed", amount: 500n }, lateRate: parseRate("30") ?? 0n }, 10);
  return [
    {
      what: "schedules of 36 monthly instalments on one core",
      measured: `${counted(aSecond)} a second`,
      goal: "≥ 20,000 a second",
      isMet: aSecond >= 20_000,
    },
    {
      what: "replay of 2,000 instalments and 2,000 payments, the first reversed",
      measured: `${ms(median(replays))}, first ${ms(replays[0] ?? Number.NaN)}`,
      goal: "< 250 ms",
      isMet: Math.max(...replays) < 250,
    },
    {
      what: "the same with a late fee and late interest, each paid ten days late",
      measured: `${ms(median(late))}, first ${ms(late[0] ?? Number.NaN)}`,
      goal: "< 250 ms",
      isMet: Math.max(...late) < 250,
    },
  ];
}

/** Daily interest: the slower kind, as each period has a rate of its own. */
function schedulesASecond(): number {
  const build = (count: number) => {
    for (let each = 0; each < count; each++) buildSchedule(terms({ principal: 1_000_000n + BigInt(each), interest: "daily" }));
  };
  build(5_000);
  const startedAt = performance.now();
  build(40_000);
  return 40_000 / ((performance.now() - startedAt) / 1000);
}

/** Weekly instalments, each paid on its day or so many after it; the schedule is built anew as a reversal does. */
function replayTimes(given: Partial<Terms> = {}, after = 0): number[] {
  const weekly = terms({ principal: 100_000_000n, unit: "week", instalments: 2000, ...given });
  const schedule = buildSchedule(weekly);
  const events: CreditEvent[] = schedule.map(({ dueOn, payment, number }) => ({
    kind: "payment",
    on: addDays(dueOn, after),
    id: `p${number}`,
    amount: payment,
  }));
  const asOf = addDays(schedule.at(-1)?.dueOn ?? weekly.disbursedOn, after);
  events.push({ kind: "reverse", on: asOf, id: "p1" });
  return Array.from({ length: 9 }, () => {
    const startedAt = performance.now();
    replay(weekly, events, { allocation: components, graceDays: 0, asOf });
    return performance.now() - startedAt;
  });
}

const terms = (given: Partial<Terms>): Terms => ({
  principal: 1_000_000n,
  currency: "COP",
  decimals: 2,
  annualRate: parseRate("24.5") ?? 0n,
  rateKind: "nominal",
  method: "equal_instalments",
  dayCount: "actual/365",
  interest: "per_period",
  instalments: 36,
  every: 1,
  unit: "month",
  disbursedOn: parseDay("2024-01-15") as Day,
  firstDueOn: null,
  graceOnPrincipal: 0,
  graceOnInterest: 0,
  instalmentMultiple: null,
  upfrontFee: null,
  instalmentFee: null,
  lateFee: null,
  lateRate: null,
  monthEnd: "clamp",
  businessDays: false,
  rounding: "half_even",
  ...given,
});
