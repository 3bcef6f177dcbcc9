import { lentUnder, measureOn, owedOf } from "#db/seed/book";
import { cop, type Offer, offers } from "#db/seed/catalogue";
import { type Random, randomFrom, weighted } from "#db/seed/random";
import { coveredOf } from "#lib/domain/allocation";
import { type Book, type Figures, figuresOf } from "#lib/domain/book";
import { addDays, addMonths, type Day, dayOfMonth, daysBetween } from "#lib/domain/day";
import { leastOf } from "#lib/domain/money";
import { termsOf, unitOf } from "#lib/domain/offer-terms";
import { buildSchedule, type ScheduleRow } from "#lib/domain/schedule";

/** How a credit has gone, whoever's it is: many have gone alike, so each way is worked out once. */
export type Loan = { offer: Offer; book: Book; figures: Figures; payments: LoanPayment[] };
type LoanPayment = { on: Day; amount: bigint; isLate: boolean; covered: ReturnType<typeof coveredOf> };

export type Loans = {
  /** Lent so many days ago, and all paid that was due. */
  current: (days: number, variant: number) => Loan;
  /** Past due since so many days ago, after so many instalments were paid. */
  late: (days: number, paid: number, variant: number) => Loan;
  /** Lent so many days ago, and wholly paid. */
  repaid: (days: number, variant: number) => Loan;
};

/** The fewest days ago that a loan was lent which is wholly paid. */
export const soonestRepaid = 66;

/** A loan of each way to the business date, the same for the same seed. */
export function loansTo(today: Day, seed: number): Loans {
  const known = new Map<number, Loan>();
  const once = (key: number, make: (random: Random) => Loan) => {
    const loan = known.get(key) ?? make(randomFrom(~seed, key));
    known.set(key, loan);
    return loan;
  };
  return {
    current: (days, variant) => once(days * 16 + variant, (random) => currentLoan(random, today, days)),
    late: (days, paid, variant) =>
      once(2 ** 20 + (days * 4 + paid) * 16 + variant, (random) => lateLoan(random, today, days, paid)),
    repaid: (days, variant) => once(2 ** 21 + days * 16 + variant, (random) => repaidLoan(random, today, days)),
  };
}

const lending = weighted<Offer>([
  [36, offers.twelve],
  [18, offers.three],
  [20, offers.classic],
  [16, offers.business],
  [10, offers.weekly],
]);

function currentLoan(random: Random, today: Day, days: number): Loan {
  for (;;) {
    const offer = random.pick(lending);
    const instalments = instalmentsFrom(random, offer, Math.floor(days / fewestDays(offer)) + 1);
    if (instalments === undefined) continue;
    const disbursedOn = addDays(today, -days);
    const book = lentUnder(offer, { amount: amountFrom(random, offer), instalments, disbursedOn, firstDueOn: null });
    const due = scheduleOf(book).filter(({ dueOn }) => dueOn < today);
    return loanOf(offer, paidWithin(book, due, habitFrom(random), addDays(today, -1)), today);
  }
}

/** Of a due day that not every month has, no other is counted from. */
function lateLoan(random: Random, today: Day, days: number, paidAtMost: number): Loan {
  const dueOn = addDays(today, -days);
  for (;;) {
    const offer = random.pick(lending);
    const isWeekly = offer.terms.unit === "week";
    const paid = isWeekly || dayOfMonth(dueOn) <= 28 ? paidAtMost : 0;
    const instalments = instalmentsFrom(random, offer, paid + 1);
    if (instalments === undefined) continue;
    const before = (day: Day, periods: number) => (isWeekly ? addDays(day, -7 * periods) : addMonths(day, -periods, "clamp"));
    const firstDueOn = before(dueOn, paid);
    const lent = lentUnder(offer, {
      ...{ amount: amountFrom(random, offer), instalments },
      ...{ disbursedOn: before(firstDueOn, 1), firstDueOn },
    });
    const rows = scheduleOf(lent);
    const book = paidWithin(lent, rows.slice(0, paid), () => 0, dueOn);
    const loan = loanOf(offer, random.chance(0.3) ? paidHalf(random, book, rows[paid], today) : book, today);
    if (loan.figures.daysPastDue !== days) throw new Error(`late for ${loan.figures.daysPastDue} days instead of ${days}`);
    return loan;
  }
}

const quick = weighted<Offer>([
  [5, offers.three],
  [2, offers.weekly],
]);

/** Now and then a little is left owing that counts as paid. */
function repaidLoan(random: Random, today: Day, days: number): Loan {
  const offer = random.pick(quick);
  const instalments = offer.instalments[0] + (days > 31 * 3 ? random.below(2) : 0);
  const disbursedOn = addDays(today, -days);
  const lent = lentUnder(offer, { amount: amountFrom(random, offer), instalments, disbursedOn, firstDueOn: null });
  const book = paidWithin(lent, scheduleOf(lent), habitFrom(random), addDays(today, -1));
  const last = book.paid.at(-1);
  if (last === undefined) throw new Error("nothing was paid");
  const short = random.chance(0.1) ? leastOf(book.tolerance, cop(1 + random.below(150))) : 0n;
  const paid = [...book.paid.slice(0, -1), { ...last, amount: last.amount - short }];
  return loanOf(offer, { ...book, paid, status: "paid", closedBy: "settle", closedOn: last.on }, today);
}

function loanOf(offer: Offer, book: Book, today: Day): Loan {
  const { figures, replayed } = figuresOf(book, measureOn(today));
  const payments = replayed.payments.map(({ on, amount, allocations }) => {
    const isLate = replayed.instalments.some(
      ({ number, dueOn }) => dueOn < on && allocations.some((it) => it.instalment === number),
    );
    return { on, amount, isLate, covered: coveredOf(allocations) };
  });
  return { offer, book, figures, payments };
}

const scheduleOf = (book: Book): ScheduleRow[] => buildSchedule(termsOf(book.terms, { ...book, principal: book.amount }));

/** Those instalments paid, each so many days after it was due, but by the last day at the latest. */
function paidWithin(lent: Book, rows: readonly ScheduleRow[], after: (row: ScheduleRow) => number, last: Day): Book {
  const isCharged = lent.terms.lateFee !== null || lent.terms.lateRate !== null;
  let book = lent;
  for (const row of rows) {
    const wanted = addDays(row.dueOn, after(row));
    const on = wanted < last ? wanted : last;
    const owed = isCharged && on > row.dueOn ? owedOf(book, row.number, on) : row.payment * unitOf(lent.terms);
    book = { ...book, paid: [...book.paid, { paymentId: `${row.number}`, on, amount: owed, isPayoff: false }] };
  }
  return book;
}

/** Half of what is past due, some day since. */
function paidHalf(random: Random, book: Book, row: ScheduleRow | undefined, today: Day): Book {
  if (row === undefined || row.payment < 2n) return book;
  const on = addDays(today, -1 - random.below(daysBetween(row.dueOn, today)));
  const amount = (row.payment / 2n) * unitOf(book.terms);
  return { ...book, paid: [...book.paid, { paymentId: `${row.number}`, on, amount, isPayoff: false }] };
}

/** Some pay on the day, some before it, and some after it, though before the next. */
function habitFrom(random: Random): (row: ScheduleRow) => number {
  const habit = random.unit();
  if (habit < 0.7) return () => 0;
  if (habit < 0.85) return () => -1 - random.below(5);
  return ({ days }) => 1 + random.below(Math.min(15, days - 1));
}

const fewestDays = ({ terms }: Offer) => (terms.unit === "week" ? 7 : 28);

/** As many as the offer allows, and not fewer than told; undefined where it allows none such. */
function instalmentsFrom(random: Random, { instalments: [fewest, longest] }: Offer, atLeast: number): number | undefined {
  const least = Math.max(fewest, atLeast);
  return least > longest ? undefined : least + random.below(longest - least + 1);
}

const step = 10_000;

function amountFrom(random: Random, { amount: [least, most] }: Offer): bigint {
  return cop(least + step * Math.floor(random.unit() ** 2 * ((most - least) / step)));
}
