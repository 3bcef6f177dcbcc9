import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { payments } from "#db/schema/payment";
import { decideApproval } from "#db/write/approval";
import { askBalanceRefund } from "#db/write/balance-refund";
import { waitFor } from "#tests/db/life";
import { reverse, useRules } from "#tests/db/moving";
import { addOffer, addPrePayment, bruno, clara, moveNow, sofia } from "#tests/db/portfolio";
import { addWallet, creditsOf, type MadeWallet, plain, say, wallet } from "#tests/db/purchases";

beforeAll(() => useRules({ overpaymentLimitMinor: 500_00n }));

const kinds = ["authorize", "settle", "takeBack", "refund", "pay", "reverse", "dispute", "payOut", "wait"] as const;
type Move = { kind: (typeof kinds)[number]; purchase: number; part: number };
const someMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom("settle", "settle", "pay", "refund", ...kinds),
  purchase: fc.nat(3),
  part: fc.integer({ min: 1, max: 12 }),
});

const makers: Record<Move["kind"], (its: MadeWallet, move: Move, place: number) => Promise<unknown>> = {
  authorize: (its, move) => say("authorization", its, of(its, move)),
  settle: (its, move) => say("settlement", its, { ...of(its, move), amountMinor: BigInt(move.part) * 30_00n }),
  takeBack: (its, move) => say("reversal", its, of(its, move)),
  refund: (its, move, place) => {
    const purchase = of(its, move).externalId;
    return say("refund", its, { purchase, externalId: `${purchase}-${place}`, amountMinor: BigInt(move.part) * 20_00n });
  },
  pay: async (its, { part }) => {
    const asked = { accountId: its.account.id, amount: BigInt(part) * 40_00n };
    const { code } = await addPrePayment(its.customer.id, asked);
    await moveNow(bruno, "pre_payment", code, "confirm");
  },
  reverse: async (its, { part }) => {
    const accepted = and(eq(payments.accountId, its.account.id), eq(payments.status, "accepted"));
    const found = await db.select({ code: payments.code }).from(payments).where(accepted).orderBy(payments.number);
    const payment = found[part % found.length];
    if (payment !== undefined) await reverse(payment.code);
  },
  dispute: async (its, { purchase, part }) => {
    const credit = (await creditsOf(its.account.id))[purchase];
    if (credit?.status !== "in_dispute") {
      const amountMinor = part % 2 === 0 ? (credit?.amount ?? 1n) : 30_00n;
      if (credit !== undefined) await moveNow(bruno, "credit", credit.code, "dispute", { reason: "duplicate", amountMinor });
      return;
    }
    const event = (["lose_dispute", "win_dispute", "win_dispute_in_part"] as const)[part % 3] ?? "lose_dispute";
    const asked = await moveNow(
      sofia,
      "credit",
      credit.code,
      event,
      event === "win_dispute_in_part" ? { amountMinor: 20_00n } : {},
    );
    if (asked.ok && asked.kind === "asked") await decideApproval(clara, asked.approval, true, randomUUID());
  },
  payOut: async (its) => {
    const asked = await askBalanceRefund(bruno, { account: its.account.code, reference: "TRX" }, randomUUID());
    if (asked.ok && asked.kind === "asked") await decideApproval(clara, asked.approval, true, randomUUID());
  },
  wait: (_, { part }) => waitFor(part * 3),
};

const of = ({ card }: MadeWallet, { purchase, part }: Move) => ({
  ...{ externalId: `${card.code}-${purchase}`, amountMinor: BigInt(part) * 30_00n },
});

test("whatever a processor tells, and whatever is done beside it, the books are right", { timeout: 240_000 }, async () => {
  const some = fc.array(someMove, { minLength: 8, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(some, fc.constantFrom(1, 4), async (moves, instalmentsMin) => {
      const terms = { ...plain.terms, annualRate: instalmentsMin > 1 ? "24" : "0" };
      const { productId } = await addOffer({ kind: "card" }, { ...plain, terms, instalmentsMin });
      const its = await addWallet({ account: { productId, creditLine: 5_000_00n } });
      for (const [place, move] of moves.entries()) await makers[move.kind](its, move, place);
      const { differences, told } = await checkBooks(db);
      expect({ differences, told }).toEqual({ differences: 0, told: [] });
      const { debt, authorized, available } = await wallet(its.account.id);
      expect(available >= 0n && debt >= 0n && authorized >= 0n).toBe(true);
    }),
    // Of what is tried after a failure all would fail, for its books stay.
    { numRuns: 10, endOnFailure: true },
  );
});
