import { Readable } from "node:stream";
import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { cardMessages } from "#db/schema/card-message";
import { checkFile } from "#db/write/import-check";
import { commitProcessor } from "#db/write/processor-commit";
import type { messageKinds } from "#lib/domain/card-message";
import { useRules } from "#tests/db/moving";
import { bruno } from "#tests/db/portfolio";
import { addPlain, creditsOf, flagsOf, type MadeWallet, wallet } from "#tests/db/purchases";

beforeEach(() => useRules());

type Row = { purchase: number; kind: (typeof messageKinds)[number]; amount: number; own?: number };

/** What is told of a purchase, in the order in which it happened; amounts are whole. */
const kinds: Record<string, readonly Omit<Row, "purchase">[]> = {
  bought: [
    { kind: "authorization", amount: 90 },
    { kind: "settlement", amount: 90 },
  ],
  refunded: [
    { kind: "authorization", amount: 70 },
    { kind: "settlement", amount: 70 },
    { kind: "refund", amount: 50, own: 1 },
    { kind: "refund", amount: 30, own: 2 },
  ],
  held: [{ kind: "authorization", amount: 40 }],
  reversed: [
    { kind: "authorization", amount: 60 },
    { kind: "reversal", amount: 60 },
  ],
  reversedInPart: [
    { kind: "authorization", amount: 60 },
    { kind: "reversal", amount: 20 },
  ],
  differing: [
    { kind: "authorization", amount: 80 },
    { kind: "settlement", amount: 85 },
  ],
  unasked: [
    { kind: "settlement", amount: 30 },
    { kind: "refund", amount: 10, own: 1 },
  ],
  contradicted: [
    { kind: "authorization", amount: 55 },
    { kind: "settlement", amount: 55 },
    { kind: "reversal", amount: 55 },
  ],
};

const rows = Object.values(kinds).flatMap((told, purchase) => told.map((row) => ({ ...row, purchase })));
const header = "external_id,kind,card_id,amount,currency,merchant,at,purchase_id";

/** A row of a file; each is a minute later than the one before it in `rows`. */
function lineOf({ card }: MadeWallet, row: Row): string {
  const purchase = `${card.code}-${row.purchase}`;
  const at = `2026-03-12T15:${String(rows.indexOf(row)).padStart(2, "0")}:00Z`;
  const externalId = row.own === undefined ? purchase : `${purchase}-${row.own}`;
  return [externalId, row.kind, card.code, row.amount, "COP", "Éxito", at, purchase].join(",");
}

async function bring(lines: readonly string[]): Promise<void> {
  const checked = await checkFile(bruno, Readable.from([Buffer.from([header, ...lines].join("\n"))]));
  await commitProcessor(bruno, checked.ok ? checked.id : expect.fail(checked.refusal.reason));
}

async function booksOf({ account }: MadeWallet) {
  const credits = await creditsOf(account.id);
  const told = credits.map(({ amount, outstanding, status, disbursedOn, closingNote }) =>
    [amount, outstanding, status, disbursedOn, closingNote].join(" "),
  );
  return { ...(await wallet(account.id)), credits: told.toSorted() };
}

async function outcomesOf({ account }: MadeWallet): Promise<string[]> {
  const found = await db.select().from(cardMessages).where(eq(cardMessages.accountId, account.id)).orderBy(asc(cardMessages.at));
  return found.map(({ kind, amount, outcome }) => `${kind} ${amount} ${outcome}`);
}

/** All rows, some of them twice, in any order. */
const someOrder = fc
  .tuple(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.subarray(rows))
  .map(([once, twice]) => [...once, ...twice]);

const line = { creditLine: 5_000_00n };

async function expectRight({ account }: MadeWallet) {
  const { told } = await checkBooks(db);
  expect(told.filter(({ record }) => record === account.code)).toEqual([]);
}

test("one file ends in the same books, messages and flags in any order of its rows", { timeout: 120_000 }, async () => {
  const first = await addPlain({ account: line });
  await bring(rows.map((row) => lineOf(first, row)));
  const [books, outcomes, flags] = [await booksOf(first), await outcomesOf(first), (await flagsOf(first.account.id)).toSorted()];
  expect(books).toMatchObject({ debt: 90_00n + 85_00n + 20_00n + 55_00n, authorized: 40_00n + 60_00n, creditBalance: 10_00n });
  expect(flags).toEqual(["amount_differs", "no_authorization", "refund_above", "reversed_late"]);
  await fc.assert(
    fc.asyncProperty(someOrder, async (order) => {
      const its = await addPlain({ account: line });
      await bring(order.map((row) => lineOf(its, row)));
      expect(await booksOf(its)).toEqual(books);
      expect(await outcomesOf(its)).toEqual(outcomes);
      expect((await flagsOf(its.account.id)).toSorted()).toEqual(flags);
    }),
    { numRuns: 6 },
  );
  await expectRight(first);
});

test("so do as many files as there are rows, told in any order, but that a flag says which of two came first", {
  timeout: 120_000,
}, async () => {
  const first = await addPlain({ account: line });
  await bring(rows.map((row) => lineOf(first, row)));
  const books = await booksOf(first);
  await fc.assert(
    fc.asyncProperty(someOrder, async (order) => {
      const its = await addPlain({ account: line });
      for (const row of order) await bring([lineOf(its, row)]);
      expect(await booksOf(its)).toEqual(books);
      // Taken back and then settled, a purchase is not authorized any more; settled first, it is taken back too late.
      expect([
        ["amount_differs", "no_authorization", "no_authorization", "refund_above"],
        ["amount_differs", "no_authorization", "refund_above", "reversed_late"],
      ]).toContainEqual((await flagsOf(its.account.id)).toSorted());
      await expectRight(its);
    }),
    { numRuns: 5 },
  );
});
