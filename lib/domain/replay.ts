import { type Allocated, allocate, type Instalment, nothing, type Parts, sumOf, unpaidOf } from "#lib/domain/allocation";
import { type Arrears, arrearsOf } from "#lib/domain/arrears";
import type { CreditStatus } from "#lib/domain/credit";
import type { Day } from "#lib/domain/day";
import type { PaymentStatus } from "#lib/domain/payment";
import { type CreditEvent, inOrder, type Payment } from "#lib/domain/replay/event";
import { reversalsIn } from "#lib/domain/replay/reversal";
import type { Component } from "#lib/domain/rules";
import type { ScheduleRow } from "#lib/domain/schedule";

/** The project's rules, and the last day whose events count. */
export type ReplayRules = { allocation: readonly Component[]; graceDays: number; asOf: Day };

/** A reversed payment covers nothing and leaves nothing over. */
export type ReplayedPayment = Payment & Allocated & { status: PaymentStatus };

export type Replayed = {
  instalments: Instalment[];
  payments: ReplayedPayment[];
  outstanding: Parts;
  arrears: Arrears;
  status: Extract<CreditStatus, "active" | "paid">;
};

/** What a credit has come to, from its schedule and all that happened to it (`eventFault` says whether it can have). */
export function replay(schedule: readonly ScheduleRow[], events: readonly CreditEvent[], rules: ReplayRules): Replayed {
  // Copies, for a payment that was entered twice is two payments.
  const past = inOrder(events.filter(({ on }) => on <= rules.asOf)).map((event) => ({ ...event }));
  const instalments = schedule.map(instalmentOf);
  const payments = post(instalments, past, rules.allocation);
  const outstanding = instalments.map(unpaidOf).reduce(plus, nothing);
  const pauses = past.filter((event) => event.kind === "pause");
  return {
    instalments,
    payments,
    outstanding,
    arrears: arrearsOf(instalments, rules.asOf, { graceDays: rules.graceDays, pauses }),
    status: sumOf(outstanding) === 0n ? "paid" : "active",
  };
}

const instalmentOf = ({ number, dueOn, fees: fee, interest, principal }: ScheduleRow): Instalment => ({
  number,
  dueOn,
  due: { penalty: 0n, fee, interest, principal },
  paid: { ...nothing },
  late: 0n,
});

/** Lets each event in turn change the instalments. */
function post(instalments: readonly Instalment[], past: readonly CreditEvent[], order: readonly Component[]): ReplayedPayment[] {
  const { reversed } = reversalsIn(past);
  const payments: ReplayedPayment[] = [];
  let firstOpen = 0;
  for (const event of past) {
    if (event.kind === "charge") {
      const charged = instalments[event.instalment - 1];
      if (charged === undefined) throw new Error(`there is no instalment ${event.instalment}`);
      charged.due[event.component] += event.amount;
      firstOpen = Math.min(firstOpen, event.instalment - 1);
    } else if (event.kind === "payment" && reversed.has(event))
      payments.push({ ...event, status: "reversed", allocations: [], unallocated: 0n });
    else if (event.kind === "payment") {
      payments.push({ ...event, status: "accepted", ...allocate(instalments, firstOpen, event, order) });
      firstOpen = firstUnpaid(instalments, firstOpen);
    }
  }
  return payments;
}

function firstUnpaid(instalments: readonly Instalment[], from: number): number {
  let place = from;
  while (isPaid(instalments[place])) place++;
  return place;
}

const isPaid = (instalment: Instalment | undefined) => instalment !== undefined && sumOf(unpaidOf(instalment)) === 0n;

const plus = (one: Parts, other: Parts): Parts => ({
  penalty: one.penalty + other.penalty,
  fee: one.fee + other.fee,
  interest: one.interest + other.interest,
  principal: one.principal + other.principal,
});
