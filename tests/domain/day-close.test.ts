import { describe, expect, test } from "vitest";
import type { Day } from "#lib/domain/day";
import { closeFault, dueThrough } from "#lib/domain/day-close";

const day = (text: string) => text as Day;
const project = { businessDate: day("2026-11-20"), timeZone: "America/Bogota" };

describe("what stands against closing days", () => {
  const at = { businessDate: day("2026-11-20"), today: day("2026-11-22") };
  const cases: [string, boolean, string | undefined][] = [
    ["2026-11-19", false, "closed_already"],
    ["2026-11-20", false, undefined],
    ["2026-11-22", false, undefined],
    ["2026-11-23", false, "ahead"],
    ["2026-11-23", true, undefined],
    ["2027-11-20", true, undefined],
    ["2027-11-21", true, "too_many"],
    ["2027-11-21", false, "ahead"],
  ];
  test.each(cases)("up to %s, ahead of the calendar %s: %s", (through, mayRunAhead, fault) => {
    expect(closeFault(day(through), { ...at, mayRunAhead })).toBe(fault);
  });
});

describe("a schedule at a time of day", () => {
  // Bogotá is five hours behind.
  const cases: [string, string, string | undefined][] = [
    ["2026-11-22T05:29:59Z", "00:30", undefined],
    ["2026-11-22T05:30:00Z", "00:30", "2026-11-21"],
    ["2026-11-22T04:59:00Z", "00:00", "2026-11-20"],
    ["2026-11-22T05:00:00Z", "00:00", "2026-11-21"],
    ["2026-11-23T04:59:00Z", "23:59", "2026-11-21"],
    ["2026-11-20T15:00:00Z", "00:30", undefined],
    ["2026-11-21T23:00:00Z", "18:30", undefined],
  ];
  test.each(cases)("at %s, of %s, closes up to %s", (now, at, through) => {
    expect(dueThrough(new Date(now), project, at)).toBe(through);
  });
});
