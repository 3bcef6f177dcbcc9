import type { accounts } from "#db/schema/account";
import type { cards } from "#db/schema/card";
import type { cardMessages } from "#db/schema/card-message";
import type { disputes } from "#db/schema/credit";
import type { allocations, paymentParts, payments } from "#db/schema/payment";
import type { preLoans } from "#db/schema/pre-loan";
import type { prePayments } from "#db/schema/pre-payment";
import type { promises } from "#db/schema/promise";
import type { balanceRefunds, creditNotes, settlementFlags } from "#db/schema/settlement";
import type { statements } from "#db/schema/statement";
import { cop } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import type { CustomerRow } from "#db/seed/customer";
import { day, hour, instant } from "#db/seed/instant";
import type { Plan } from "#db/seed/plan";
import type { Random } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";
import type { ViolationRow } from "#db/seed/violation";
import type { Book } from "#lib/domain/book";
import type { CustomerStatus } from "#lib/domain/customer";
import { addDays, type Day, daysBetween } from "#lib/domain/day";

/** What a customer of the sample has been through, and the status it left them in. */
export type Story = { status: CustomerStatus; tell: (tale: Tale) => void };

export type AccountRow = typeof accounts.$inferInsert & { id: string; creditBalance: bigint };
export type CardRow = typeof cards.$inferInsert & { id: string };
export type RequestRow = typeof preLoans.$inferInsert & { id: string };
export type MessageRow = typeof cardMessages.$inferInsert & { id: string; receivedAt: string };
export type FlagRow = typeof settlementFlags.$inferInsert & { id: string };
export type PaymentRow = typeof payments.$inferInsert & { id: string; createdAt: string };

/** The records of a story while it is told; days are counted back from the business date. */
export type Tale = {
  random: Random;
  customer: CustomerRow;
  today: Day;
  /** While the product that is inactive was so. */
  stops: Book["stops"];
  dayOf: (daysAgo: number) => Day;
  /** The end of a day. */
  nightAfter: (on: Day) => string;
  /** In the working hours of a day. */
  instantOf: (daysAgo: number) => string;
  credits: CreditRow[];
  violations: ViolationRow[];
  accounts: AccountRow[];
  /** Until which day an account's cycles are closed. */
  closed: Map<string, Day>;
  cards: CardRow[];
  messages: MessageRow[];
  flags: FlagRow[];
  creditNotes: (typeof creditNotes.$inferInsert & { at: string })[];
  balanceRefunds: (typeof balanceRefunds.$inferInsert)[];
  disputes: (typeof disputes.$inferInsert & { decidedOn?: string })[];
  preLoans: (typeof preLoans.$inferInsert)[];
  prePayments: (typeof prePayments.$inferInsert)[];
  payments: PaymentRow[];
  parts: (typeof paymentParts.$inferInsert)[];
  allocations: (typeof allocations.$inferInsert)[];
  promises: (typeof promises.$inferInsert)[];
  statements: (typeof statements.$inferInsert & { at: string })[];
  /** Words of operators, kept under the customer's key. */
  notes: { at: string; words: string }[];
  comments: ({ words: string } & ({ violationId: string } | { flagId: string } | { refundId: string }))[];
};

export function taleOf(
  random: Random,
  customer: CustomerRow,
  { today, until, stops }: Pick<Plan, "today" | "until" | "stops">,
): Tale {
  return {
    random,
    customer,
    today,
    stops,
    dayOf: (daysAgo) => addDays(today, -daysAgo),
    nightAfter: (on) => instant(until - (daysBetween(on, today) - 1) * day),
    instantOf: (daysAgo) => instant(until - daysAgo * day + 8 * hour + random.below(10 * hour)),
    credits: [],
    violations: [],
    accounts: [],
    closed: new Map(),
    cards: [],
    messages: [],
    flags: [],
    creditNotes: [],
    balanceRefunds: [],
    disputes: [],
    preLoans: [],
    prePayments: [],
    payments: [],
    parts: [],
    allocations: [],
    promises: [],
    statements: [],
    notes: [],
    comments: [],
  };
}

/** What every record begins with; its status last changed when it was made, unless it is said when. */
export function recordOf({ random, instantOf }: Tale, daysAgo: number, changedDaysAgo?: number) {
  const createdAt = instantOf(daysAgo);
  return {
    id: uuidFrom(random),
    createdAt,
    statusChangedAt: changedDaysAgo === undefined ? createdAt : instantOf(changedDaysAgo),
  };
}

/** An amount between two, in whole steps of ten thousand pesos. */
export const someAmount = ({ random }: Tale, least: number, most: number): bigint =>
  cop(least + 10_000 * random.below((most - least) / 10_000 + 1));
