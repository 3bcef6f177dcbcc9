import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { findBooks } from "#db/books/find";
import { db } from "#db/client";
import { closeDays } from "#db/close-day";
import { findSight } from "#db/read/rules";
import { credits } from "#db/schema/credit";
import { payments } from "#db/schema/payment";
import { products } from "#db/schema/product";
import { decideApproval } from "#db/write/approval";
import { replayBook } from "#lib/domain/book";
import { addDays, type Day } from "#lib/domain/day";
import type { OfferSettings } from "#lib/domain/offer-terms";
import type { moveByTwo } from "#tests/db/moving";
import type { Offered } from "#tests/db/offered";
import {
  addAccount,
  addCustomer,
  addOffer,
  addPreLoan,
  addPrePayment,
  addPromise,
  bruno,
  clara,
  moveNow,
  sofia,
} from "#tests/db/portfolio";

/** Money by what it stands to. */
const amounts = ["one", "next", "pastDue", "payoff", "outstanding", "tooMuch"] as const;

/** A move that is made as far as what there is allows it; the number picks of what, and how much. */
export type Move = { kind: keyof typeof makers; pick: number; amount: (typeof amounts)[number]; back: number };

/** Somebody with an offer under which they have borrowed, on an account or not. */
export type Somebody = { customerId: string; offerId: string; product: string; accountId: string | null };

const amount = 2_400_000_00n;

export async function addBorrower({ settings, decimals, toleranceMinor }: Offered, isOnAccount: boolean): Promise<Somebody> {
  const { id: customerId } = await addCustomer();
  const kind = isOnAccount ? "card" : "credit";
  const terms = { monthEnd: "clamp", rounding: "half_even", ...settings } as Partial<OfferSettings>;
  const { id: offerId, productId } = await addOffer({ kind, decimals, toleranceMinor }, { terms, validFrom: null });
  const [product] = await db.select().from(products).where(eq(products.id, productId));
  const accountId = isOnAccount ? (await addAccount(customerId, { productId, creditLine: amount * 9n })).id : null;
  const somebody = { customerId, offerId, product: product?.code ?? "", accountId };
  await borrow(somebody);
  return somebody;
}

/** A request of somebody, confirmed. */
async function borrow({ customerId, offerId, accountId }: Somebody, more: { refinancesId?: string; amount?: bigint } = {}) {
  const { code } = await addPreLoan(customerId, { offerId, accountId, amount, instalments: 6, ...more });
  await byTwo("pre_loan", code, "confirm");
}

/** Makes a move; whatever refuses it, nothing has happened. */
export async function live(somebody: Somebody, move: Move): Promise<void> {
  const own = await db.select().from(credits).where(eq(credits.customerId, somebody.customerId)).orderBy(credits.number);
  const open = own.filter(({ status }) => status === "active" || status === "in_dispute");
  const among = open.length > 0 && move.pick % 5 > 0 ? open : own;
  const credit = among[move.pick % among.length];
  if (credit === undefined) throw new Error("nothing was borrowed");
  await makers[move.kind](somebody, credit, move);
}

type Credit = typeof credits.$inferSelect;
type Maker = (somebody: Somebody, credit: Credit, move: Move) => Promise<unknown>;

const pay: Maker = async ({ customerId }, credit, move) =>
  payTo(customerId, { creditId: credit.id }, await dueOf(credit, move), move);

const payAccount: Maker = async ({ customerId, accountId }, credit, move) =>
  accountId === null ? undefined : payTo(customerId, { accountId }, await dueOf(credit, move), move);

async function payTo(
  customerId: string,
  target: { creditId: string } | { accountId: string },
  due: bigint,
  { amount: kind, back }: Move,
) {
  const { businessDate } = await findSight(db);
  const isPayoff = kind === "payoff" && "creditId" in target;
  const row = { ...target, amount: due > 0n ? due : 1_00n, datedOn: addDays(businessDate, -back), isPayoff };
  const { code } = await addPrePayment(customerId, row);
  const outcome = await moveNow(bruno, "pre_payment", code, "confirm");
  if (!outcome.ok) await moveNow(bruno, "pre_payment", code, "reject", { reason: "declined" });
}

async function dueOf({ id, amountPastDue, nextDue, outstanding }: Credit, { amount: kind, back }: Move): Promise<bigint> {
  const sight = await findSight(db);
  const [book] = await findBooks(db, [id]);
  if (book === undefined) throw new Error("no book");
  const payoff = () => replayBook(book, { ...sight, businessDate: addDays(sight.businessDate, -back) as Day }).payoff;
  const of = { one: 1_00n, next: nextDue, pastDue: amountPastDue, outstanding, tooMuch: outstanding + 50_00n };
  return kind === "payoff" ? payoff() : of[kind];
}

const reverse: Maker = async ({ customerId }, _, { pick }) => {
  const accepted = await db
    .select({ code: payments.code })
    .from(payments)
    .where(sql`${payments.customerId} = ${customerId} and ${payments.status} = 'accepted'`)
    .orderBy(payments.number);
  const payment = accepted[pick % accepted.length];
  if (payment !== undefined) await byTwo("payment", payment.code, "reverse", { reason: "posted_in_error" });
};

const refinance: Maker = async (somebody, credit, { pick }) => {
  if (credit.status !== "active" || somebody.accountId !== null) return;
  const payoff = await dueOf(credit, { kind: "pay", pick, amount: "payoff", back: 0 });
  if (payoff > 0n) await borrow(somebody, { refinancesId: credit.id, amount: payoff + (pick % 2 === 0 ? 0n : 100_000_00n) });
};

const promise: Maker = async ({ customerId }, { id, nextDue }, { back }) => {
  const { businessDate } = await findSight(db);
  if (nextDue > 0n) await addPromise(customerId, { creditId: id, amount: nextDue, dueOn: addDays(businessDate, back) });
};

/** A move of one operator, and the approval of another where it asks for one. */
async function byTwo(...[entity, code, event, said]: Parameters<typeof moveByTwo>): Promise<void> {
  const asked = await moveNow(sofia, entity, code, event, said);
  if (asked.ok && asked.kind === "asked") await decideApproval(clara, asked.approval, true, randomUUID());
}

const ofCredit =
  (event: string, said: (credit: Credit, move: Move) => Parameters<typeof moveByTwo>[3], isByTwo = false): Maker =>
  async (_, credit, move) =>
    isByTwo
      ? byTwo("credit", credit.code, event, said(credit, move))
      : moveNow(bruno, "credit", credit.code, event, said(credit, move) ?? {});

const part = ({ amount: of }: Credit, { pick }: Move) => (pick % 2 === 0 ? of : (of / 100n / BigInt(2 + (pick % 4))) * 100n);

const dispute = ofCredit("dispute", (credit, move) => ({ reason: "duplicate", amountMinor: part(credit, move) }));
const decisions = [
  ofCredit("lose_dispute", () => ({})),
  ofCredit("win_dispute", () => ({}), true),
  ofCredit("win_dispute_in_part", (credit, move) => ({ amountMinor: part(credit, move) }), true),
];

const makers = {
  pay,
  payAccount,
  reverse,
  refinance,
  promise,
  borrow: (somebody: Somebody) => borrow(somebody),
  cancel: ofCredit("cancel", ({ outstanding }) => ({ reason: "other", comment: "x", amountMinor: outstanding }), true),
  dispute: (somebody: Somebody, credit: Credit, move: Move) =>
    (credit.status === "in_dispute" ? decisions[move.pick % 3] : dispute)?.(somebody, credit, move) ?? Promise.resolve(),
  stopOrGoOn: async ({ product }: Somebody) => {
    const [found] = await db.select().from(products).where(eq(products.code, product));
    if (found?.status === "inactive") await moveNow(sofia, "product", product, "reactivate", { reason: "mistake" });
    else await byTwo("product", product, "deactivate", { reason: "mistake", typed: product });
  },
  /** Days go by. */
  wait: async (_: Somebody, __: Credit, { pick }: Move) => waitFor([1, 6, 32][pick % 3] ?? 1),
} satisfies Record<string, Maker>;

export async function waitFor(days: number): Promise<void> {
  const { businessDate } = await findSight(db);
  const by = { subject: "sofia", email: "sofia@demo.example" };
  const stopping = new AbortController().signal;
  const { because } = await closeDays({ by, stopping, through: addDays(businessDate, days - 1), mayRunAhead: true });
  if (because !== undefined) throw new Error(`days are not closed: ${because}`);
}

/** Mostly payments and days going by. */
export const someMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant("pay" as const) },
    { weight: 4, arbitrary: fc.constant("wait" as const) },
    { weight: 3, arbitrary: fc.constant("reverse" as const) },
    { weight: 3, arbitrary: fc.constant("dispute" as const) },
    { weight: 6, arbitrary: fc.constantFrom(...(Object.keys(makers) as (keyof typeof makers)[])) },
  ),
  pick: fc.nat(1000),
  amount: fc.constantFrom(...amounts),
  back: fc.constantFrom(0, 0, 0, 3, 12),
});
