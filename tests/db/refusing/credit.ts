import { db } from "#db/client";
import { disputes } from "#db/schema/credit";
import { addCredit, addCustomer, addOffer } from "#tests/db/portfolio";
import type { Cases, Refusing } from "#tests/db/refusing/cases";

type Row = NonNullable<Parameters<typeof addCredit>[1]>;

/** A credit of 500, with a tolerance of 10. */
async function of(row: Row, rest: Omit<Refusing, "code"> = {}, decimals = 2): Promise<Refusing> {
  const { id } = await addCustomer();
  const { id: offerId } = await addOffer({ toleranceMinor: 10n, decimals });
  return { code: (await addCredit(id, { offerId, amount: 500n, outstanding: 500n, ...row })).code, ...rest };
}

/** One that is disputed over so much, in which state it may be. */
async function disputed(amount: bigint, rest: Omit<Refusing, "code"> = {}, row: Row = {}): Promise<Refusing> {
  const { id } = await addCustomer();
  const credit = await addCredit(id, { amount: 500n, outstanding: 500n, status: "in_dispute", ...row });
  // What was decided before is not what is disputed now.
  await db.insert(disputes).values({ creditId: credit.id, amount: 499n, accepted: 0n, ...past });
  await db.insert(disputes).values({ creditId: credit.id, amount, openedOn: "2026-03-02" });
  return { code: credit.code, ...rest };
}

/** Of a product whose amounts have no decimals. */
const inWhole = async (): Promise<Row> => ({ offerId: (await addOffer({ decimals: 0 })).id });

const past = { openedOn: "2026-02-20", decidedOn: "2026-03-01", decidedAt: "2026-03-01T10:00:00Z" };

const saying = (amountMinor: bigint) => ({ said: { amountMinor } });
const owing = (outstanding: bigint) => ({ outstanding, tolerance: 10n });

export const creditCases: Cases = {
  "credit.settle": { within_tolerance: () => of({ outstanding: 11n }, { values: owing(11n) }) },
  "credit.cancel": {
    paid_or_noted: () => of({ outstanding: 400n }, { ...saying(0n), values: { outstanding: 400n } }),
    nothing_outstanding: () => of({ outstanding: 400n }, { ...saying(399n), values: { outstanding: 400n, given: 399n } }),
  },
  "credit.refinance": {
    successor_covers: () => of({}, { said: { successorMinor: 499n }, values: { amount: 499n, owed: 500n } }),
  },
  "credit.dispute": {
    amount_positive: () => of({}, saying(0n)),
    amount_decimals: () => of({}, { ...saying(50n), values: { decimals: 0 } }, 0),
    amount_within_original: () => of({ outstanding: 600n }, { ...saying(501n), values: { given: 501n, original: 500n } }),
    no_open_dispute: () => disputed(1n, saying(1n), { status: "active" }),
  },
  "credit.win_dispute": {
    disputed_whole: () => disputed(498n, { values: { disputed: 498n, original: 500n } }),
  },
  "credit.win_dispute_in_part": {
    accepted_positive: () => disputed(400n, saying(0n)),
    accepted_decimals: async () => disputed(400n, { ...saying(50n), values: { decimals: 0 } }, await inWhole()),
    accepted_within_disputed: () => disputed(400n, { ...saying(401n), values: { given: 401n, disputed: 400n } }),
    accepted_below_original: () => disputed(500n, { ...saying(500n), values: { given: 500n, original: 500n } }),
  },
  "credit.reopen": {
    over_tolerance: () => of({ status: "paid", closedBy: "settle", outstanding: 10n }, { values: owing(10n) }),
    not_refinanced: () => of({ status: "cancelled", closedBy: "refinance" }),
    not_closed_by_dispute: () => of({ status: "cancelled", closedBy: "win_dispute" }),
    not_noted_whole: () => of({ status: "cancelled", closedBy: "cancel", closingNote: 500n, wasNotedWhole: true }),
  },
};
