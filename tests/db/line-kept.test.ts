import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { useRules } from "#tests/db/moving";
import { addPlain, type MadeWallet, say, wallet } from "#tests/db/purchases";

beforeEach(() => useRules());

const line = 1_000_00n;

/** What becomes of a purchase once it is approved. */
const someBuy = fc.record({ minor: fc.integer({ min: 5_00, max: 400_00 }), end: fc.constantFrom("settled", "reversed", "held") });

/** So many at a time. */
const clients = 12;

test("300 purchases at once, settled and reversed as they are approved, never hold and owe more than the line", {
  timeout: 120_000,
}, async () => {
  const buys = fc.sample(someBuy, { numRuns: 300, seed: 11 });
  const its = await addPlain({ account: { creditLine: line } });
  const waiting = buys.entries();
  const outcomes: { minor: bigint; end: string }[] = [];
  const buy = async () => {
    for (const [place, { minor, end }] of waiting) {
      const of = { externalId: `line-${place}`, amountMinor: BigInt(minor) };
      const asked = await say("authorization", its, of);
      const isApproved = asked.ok && asked.outcome === "approved";
      if (isApproved && end !== "held") await say(end === "settled" ? "settlement" : "reversal", its, of);
      outcomes.push({ minor: BigInt(minor), end: isApproved ? end : "declined" });
    }
  };
  const seen = await watch(its, Promise.all(Array.from({ length: clients }, buy)));
  expect(outcomes).toHaveLength(300);
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.filter((taken) => taken > line)).toEqual([]);
  const sumOf = (end: string) => outcomes.reduce((sum, each) => (each.end === end ? sum + each.minor : sum), 0n);
  expect(await wallet(its.account.id)).toMatchObject({
    debt: sumOf("settled"),
    authorized: sumOf("held"),
    available: line - sumOf("settled") - sumOf("held"),
  });
  expect(new Set(outcomes.map(({ end }) => end))).toEqual(new Set(["settled", "reversed", "held", "declined"]));
});

/** What an account owes and holds in all, looked at again and again while something goes on. */
async function watch({ account }: MadeWallet, work: Promise<unknown>): Promise<bigint[]> {
  const seen: bigint[] = [];
  let isOver = false;
  const ended = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const { debt, authorized } = await wallet(account.id);
    seen.push(debt + authorized);
  }
  await ended;
  return seen;
}
