import { mostOf } from "#lib/domain/money";
import type { ScheduleRow } from "#lib/domain/schedule";

/** Side of the square in which a picture of a schedule is drawn; it is stretched into its place. */
export const field = 10_000;

/** As paths: what of each instalment is principal, interest and fees, one on the other; and the balance as a line. */
export type SchedulePicture = Record<"principal" | "interest" | "fees" | "balance", string>;
/** The amounts at the top of the two scales: of the instalments, and of the balance. */
export type Scales = { payment: bigint; balance: bigint };

export function schedulePicture(rows: readonly ScheduleRow[]): { paths: SchedulePicture; scales: Scales } {
  const start = rows[0] === undefined ? 0n : rows[0].balance + rows[0].principal;
  const scales = { payment: roundAbove(rows.map(({ payment }) => payment).reduce(mostOf, 0n)), balance: roundAbove(start) };
  const bar = (place: number, from: bigint, to: bigint) => barPath(place, rows.length, [from, to], scales.payment);
  const stacked = (from: (row: ScheduleRow) => bigint, part: "principal" | "interest" | "fees") =>
    rows.map((row, place) => (row[part] > 0n ? bar(place, from(row), from(row) + row[part]) : "")).join("");
  const balances = [start, ...rows.map(({ balance }) => balance)];
  const steps = balances.map((balance, place) => `${across(place, rows.length)} ${height(balance, scales.balance)}`);
  return {
    paths: {
      principal: stacked(() => 0n, "principal"),
      interest: stacked(({ principal }) => principal, "interest"),
      fees: stacked(({ principal, interest }) => principal + interest, "fees"),
      balance: `M${steps.join("L")}`,
    },
    scales,
  };
}

/** The next amount that a scale can end with, so that half of it is round too. */
function roundAbove(amount: bigint): bigint {
  const power = 10n ** BigInt(Math.max(`${amount}`.length - 2, 1));
  const times = [10n, 12n, 15n, 20n, 25n, 30n, 40n, 50n, 60n, 80n].find((each) => each * power >= amount) ?? 100n;
  return times * power;
}

/** More of them stand side by side without a gap. */
const mostApart = 120;

function barPath(place: number, count: number, [from, to]: [bigint, bigint], top: bigint): string {
  const gap = count > mostApart ? 0 : Math.round(field / count / 6);
  const [left, right] = [across(place, count) + gap, across(place + 1, count) - gap];
  return `M${left} ${height(from, top)}H${right}V${height(to, top)}H${left}Z`;
}

const across = (place: number, count: number) => Math.round((place * field) / count);
const height = (amount: bigint, top: bigint) => field - Number((amount * BigInt(field)) / top);
