import { execFile } from "node:child_process";
import { expect, test, vi } from "vitest";
import { root } from "#bin/folder";
import { loan, terms } from "#tests/domain/engine/input";

vi.setConfig({ testTimeout: 30_000 });

/** As `npm run --silent engine` does it. */
const engine = (command: readonly string[], input: string) =>
  new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    const program = execFile(
      process.execPath,
      ["--import", "tsx", "bin/engine.ts", ...command],
      { cwd: root },
      (error, out, err) => resolve({ code: error?.code ?? 0, out, err }),
    );
    program.stdin?.end(input);
  });

test("schedule: rows and totals, every amount a text with the decimals of the terms", async () => {
  const { code, out, err } = await engine(["schedule"], JSON.stringify(terms));
  expect([code, err]).toEqual([0, ""]);
  const interest = { number: 1, dueOn: "2024-02-01", days: 31, principal: "497.51", interest: "10.00" };
  expect(JSON.parse(out)).toEqual({
    rows: [
      { ...interest, fees: "0.00", payment: "507.51", balance: "502.49" },
      {
        number: 2,
        dueOn: "2024-03-01",
        days: 29,
        principal: "502.49",
        interest: "5.02",
        fees: "0.00",
        payment: "507.51",
        balance: "0.00",
      },
    ],
    totals: { principal: "1000.00", interest: "15.02", fees: "0.00", payment: "1015.02" },
  });
});

test("replay: rows, payments, what is owed and what is past due", async () => {
  const { code, out } = await engine(["replay"], JSON.stringify(loan));
  expect(code).toBe(0);
  const none = { principal: "0.00", interest: "0.00", fees: "0.00", penalties: "0.00" };
  const first = { number: 1, dueOn: "2024-02-01", principal: "497.51", interest: "10.00", fees: "0.00", penalties: "5.00" };
  const second = { number: 2, dueOn: "2024-03-01", principal: "502.49", interest: "5.02", fees: "0.00", penalties: "0.00" };
  expect(JSON.parse(out)).toEqual({
    rows: [
      { ...first, due: "512.51", paid: "512.51", late: "512.51", outstanding: "0.00" },
      { ...second, due: "507.51", paid: "87.99", late: "0.00", outstanding: "419.52" },
    ],
    payments: [
      { id: "p1", on: "2024-02-01", amount: "507.51", status: "reversed", ...none, unallocated: "0.00" },
      {
        id: "p2",
        on: "2024-02-20",
        amount: "600.50",
        status: "accepted",
        principal: "580.48",
        interest: "15.02",
        fees: "0.00",
        penalties: "5.00",
        unallocated: "0.00",
      },
    ],
    outstanding: { principal: "419.52", interest: "0.00", fees: "0.00", penalties: "0.00", total: "419.52" },
    daysPastDue: 10,
    delinquentDays: 6,
    amountPastDue: "419.52",
    status: "active",
  });
});

test("what is wrong ends with 2, nothing on the output, and one line that says what and where", async () => {
  const outcomes = await Promise.all([
    engine(["schedule"], JSON.stringify({ ...terms, principal: "-5\n" })),
    engine(["replay"], JSON.stringify({ ...loan, asOf: "2024-02-30" })),
    engine(["refund"], "{}"),
    engine([], "{}"),
  ]);
  expect(outcomes.map(({ code, out }) => [code, out])).toEqual(Array(4).fill([2, ""]));
  const usage = "Usage: npm run --silent engine -- schedule|replay < FILE.json\n";
  expect(outcomes.map(({ err }) => err)).toEqual([
    'principal: "-5\\n" is no amount above 0 with at most 2 decimals, such as "1234"\n',
    'asOf: "2024-02-30" is no day of the calendar such as 2024-02-29\n',
    usage,
    usage,
  ]);
});
