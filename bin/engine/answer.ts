import type { Parts } from "#lib/domain/allocation";
import { nothing, sumOf, unpaidOf } from "#lib/domain/allocation";
import { writeAmount } from "#lib/domain/money";
import type { Replayed, ReplayedPayment } from "#lib/domain/replay";
import type { ScheduleRow } from "#lib/domain/schedule";

/** A schedule with every amount as a decimal text. */
export function scheduleAnswer(rows: readonly ScheduleRow[], decimals: number) {
  const write = (minor: bigint) => writeAmount(minor, decimals);
  const total = (column: "principal" | "interest" | "fees" | "payment") =>
    write(rows.reduce((sum, row) => sum + row[column], 0n));
  return {
    rows: rows.map(({ number, dueOn, days, principal, interest, fees, payment, balance }) => ({
      number,
      dueOn,
      days,
      principal: write(principal),
      interest: write(interest),
      fees: write(fees),
      payment: write(payment),
      balance: write(balance),
    })),
    totals: { principal: total("principal"), interest: total("interest"), fees: total("fees"), payment: total("payment") },
  };
}

/** What a credit has come to, with every amount as a decimal text. */
export function replayAnswer({ instalments, payments, outstanding, arrears, status }: Replayed, decimals: number) {
  const write = (minor: bigint) => writeAmount(minor, decimals);
  const parts = ({ principal, interest, fee, penalty }: Parts) => ({
    principal: write(principal),
    interest: write(interest),
    fees: write(fee),
    penalties: write(penalty),
  });
  return {
    rows: instalments.map((each) => ({
      number: each.number,
      dueOn: each.dueOn,
      ...parts(each.due),
      due: write(sumOf(each.due)),
      paid: write(sumOf(each.paid)),
      late: write(each.late),
      outstanding: write(sumOf(unpaidOf(each))),
    })),
    payments: payments.map((payment) => ({
      id: payment.id,
      on: payment.on,
      amount: write(payment.amount),
      status: payment.status,
      ...parts(partsOf(payment)),
      unallocated: write(payment.unallocated),
    })),
    outstanding: { ...parts(outstanding), total: write(sumOf(outstanding)) },
    daysPastDue: arrears.daysPastDue,
    delinquentDays: arrears.delinquentDays,
    amountPastDue: write(arrears.amountPastDue),
    status,
  };
}

function partsOf({ allocations }: ReplayedPayment): Parts {
  const parts = { ...nothing };
  for (const { component, amount } of allocations) parts[component] += amount;
  return parts;
}
