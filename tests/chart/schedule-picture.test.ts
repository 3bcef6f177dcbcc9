import fc from "fast-check";
import { expect, test } from "vitest";
import { field, schedulePicture } from "#lib/chart/schedule-picture";
import type { Day } from "#lib/domain/day";
import { buildSchedule, type ScheduleRow } from "#lib/domain/schedule";
import { scheduleView } from "#lib/schedule-view";
import { someTerms } from "#tests/domain/engine/arbitrary";

const row = (number: number, principal: bigint, interest: bigint, fees: bigint, balance: bigint): ScheduleRow => ({
  ...{ number, dueOn: `2026-0${number}-28` as Day, days: 30, principal, interest, fees, balance },
  payment: principal + interest + fees,
});
const rows = [row(1, 600_00n, 20_00n, 5_00n, 400_00n), row(2, 400_00n, 10_00n, 0n, 0n)];

test("a schedule is worded in the language and the decimals of its currency", () => {
  const english = scheduleView(rows, { currency: "USD", decimals: 2 }, "en");
  expect(english.rows[0]).toEqual({
    ...{ number: "1", dueOn: "Jan 28, 2026", principal: "600.00", interest: "20.00", fees: "5.00" },
    ...{ payment: "625.00", balance: "400.00" },
  });
  expect(english.totals).toEqual({ label: "Total", principal: "1,000.00", interest: "30.00", fees: "5.00", payment: "1,035.00" });
  expect(english.picture.sentence).toBe(
    "2 instalments, the highest of 625.00: 1,000.00 of principal, 30.00 of interest and 5.00 of fees come to 1,035.00. The balance is paid off on Feb 28, 2026.",
  );
  expect(english.picture.scales.balance).toEqual({ name: "Balance (USD)", ticks: ["1K", "500", "0"] });
  const spanish = scheduleView(rows, { currency: "COP", decimals: 0 }, "es");
  expect(spanish.totals.payment).toBe("103.500");
  expect(spanish.columns.payment).toBe("Cuota");
});

test("the bars stand on one another, and the balance falls from the loan to the foot", () => {
  const { paths, scales } = schedulePicture(rows);
  expect(scales).toEqual({ payment: 800_00n, balance: 1_000_00n });
  expect(paths.principal).toBe("M833 10000H4167V2500H833ZM5833 10000H9167V5000H5833Z");
  expect(paths.interest).toBe("M833 2500H4167V2250H833ZM5833 5000H9167V4875H5833Z");
  expect(paths.fees).toBe("M833 2250H4167V2188H833Z");
  expect(paths.balance).toBe("M0 0L5000 6000L10000 10000");
});

test("whatever the terms, nothing is drawn outside its place", () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      const { paths } = schedulePicture(buildSchedule(terms));
      const numbers = Object.values(paths).flatMap((path) => path.match(/-?\d+/g) ?? []);
      expect(numbers.filter((number) => Number(number) < 0 || Number(number) > field)).toEqual([]);
    }),
  );
});
