import type { credits } from "#db/schema/credit";
import { cop, type Offer, offers } from "#db/seed/catalogue";
import { between, day, daysAgo, instant } from "#db/seed/instant";
import { type Random, weighted } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";
import type { Day } from "#lib/domain/day";
import { divide } from "#lib/domain/money";

/** In the order of the copied columns. */
export const creditFields = [
  "id",
  "customerId",
  "offerId",
  "accountId",
  "cardId",
  "status",
  "amount",
  "outstanding",
  "disbursedOn",
  "termsId",
  "instalments",
  "pastDueSince",
  "daysPastDue",
  "delinquentDays",
  "refinancesId",
  "carriesDelinquency",
  "closedBy",
  "closingNote",
  "createdAt",
  "statusChangedAt",
] as const satisfies (keyof typeof credits.$inferSelect)[];

export type CreditRow = Pick<typeof credits.$inferSelect, (typeof creditFields)[number]>;

/** Whose credits they are; instants in microseconds. */
type Borrower = { id: string; ordinal: number; registeredAt: number; until: number; dayOf: (daysAgo: number) => Day };

const lending = weighted<Offer>([
  [40, offers.twelve],
  [20, offers.three],
  [22, offers.classic],
  [18, offers.business],
]);

/** Active credits, as many as told; of a delinquent customer the first one is the worst. */
export function creditsFrom(random: Random, borrower: Borrower, count: number, worstDays: number): CreditRow[] {
  return Array.from({ length: count }, (_, place) => {
    if (worstDays === 0 || (place > 0 && random.chance(0.8))) return currentCredit(random, borrower);
    return delinquentCredit(random, borrower, place === 0 ? worstDays : 1 + random.below(worstDays));
  });
}

/** A credit as it is lent: all of it is owed, nothing is late. */
export const lentCredit = {
  accountId: null,
  cardId: null,
  status: "active",
  daysPastDue: 0,
  delinquentDays: 0,
  pastDueSince: null,
} as const;
export const openCredit = { refinancesId: null, carriesDelinquency: false, closedBy: null, closingNote: 0n } as const;

/** Instalments are due every thirty days; of this one every due one was paid. */
function currentCredit(random: Random, { until, registeredAt, ...borrower }: Borrower): CreditRow {
  const { offer, amount, instalments } = termsFrom(random);
  const takenAt = between(random, Math.max(registeredAt, until - (instalments * 30 - 1) * day), until);
  const days = daysAgo(takenAt, until);
  const paid = Math.min(Math.floor(days / 30), instalments - 1);
  return creditRow(random, borrower, { offer, amount, owed: instalments - paid, instalments, takenAt, days, daysPastDue: 0 });
}

/** Of this one some instalments were paid, and the one due so many days ago was not. */
function delinquentCredit(random: Random, { until, registeredAt, ...borrower }: Borrower, daysPastDue: number): CreditRow {
  const { offer, amount, instalments } = termsFrom(random);
  const periods = Math.floor((daysAgo(registeredAt, until) - 1 - daysPastDue) / 30);
  const paid = random.below(Math.max(1, Math.min(periods, instalments)));
  const days = daysPastDue + 30 * (paid + 1);
  const takenAt = until - days * day + between(random, 0, day);
  return creditRow(random, borrower, { offer, amount, owed: instalments - paid, instalments, takenAt, days, daysPastDue });
}

const step = 10_000;

function termsFrom(random: Random) {
  const offer = random.pick(lending);
  const [least, most] = offer.amount;
  const [fewest, longest] = offer.instalments;
  const amount = cop(least + step * Math.floor(random.unit() ** 2 * ((most - least) / step)));
  return { offer, amount, instalments: fewest + random.below(longest - fewest + 1) };
}

type Terms = {
  offer: Offer;
  amount: bigint;
  instalments: number;
  owed: number;
  takenAt: number;
  days: number;
  daysPastDue: number;
};

function creditRow(
  random: Random,
  { id: customerId, ordinal, dayOf }: Pick<Borrower, "id" | "ordinal" | "dayOf">,
  terms: Terms,
): CreditRow {
  const { offer, amount, instalments, owed, takenAt, days, daysPastDue } = terms;
  const createdAt = instant(takenAt);
  return {
    id: uuidFrom(random, ordinal),
    customerId,
    offerId: offer.id,
    ...lentCredit,
    amount,
    outstanding: divide(amount * BigInt(owed), BigInt(instalments) * 100n, "half_even") * 100n,
    disbursedOn: dayOf(days),
    termsId: offer.termsId,
    instalments,
    pastDueSince: daysPastDue === 0 ? null : dayOf(daysPastDue),
    daysPastDue,
    delinquentDays: daysPastDue,
    ...openCredit,
    createdAt,
    statusChangedAt: createdAt,
  };
}
