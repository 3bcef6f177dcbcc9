import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, test } from "vitest";
import { db } from "#db/client";
import { addDays } from "#lib/domain/day";
import type { OfferSettings } from "#lib/domain/offer-terms";
import { components } from "#lib/domain/rules";
import { businessDate, close, expectByBooks, grant } from "#tests/db/closing";
import { moveByTwo, pay, useRules } from "#tests/db/moving";
import { bruno, creditNow, moveNow, sofia, statusOf } from "#tests/db/portfolio";

beforeAll(() =>
  useRules({ delinquencyGraceDays: 2, overpaymentLimitMinor: 1_000_000_00n, disableAfterDays: 1_000, blockAfterDays: 1_000 }),
);

const charge = fc.constantFrom(null, { kind: "fixed", minor: "2500" } as const, { kind: "percent", percent: "3" } as const);
const someTerms: fc.Arbitrary<Partial<OfferSettings>> = fc.record({
  annualRate: fc.constantFrom("0", "24.5", "80"),
  method: fc.constantFrom("equal_instalments", "equal_principal", "flat"),
  unit: fc.constantFrom("day", "week", "month"),
  every: fc.integer({ min: 1, max: 4 }),
  interest: fc.constantFrom("per_period", "daily"),
  businessDays: fc.boolean(),
  graceOnPrincipal: fc.nat(2),
  upfrontFee: charge,
  instalmentFee: charge,
  lateFee: charge,
  lateRate: fc.constantFrom(null, "12", "60"),
  collection: fc.constantFrom(null, components),
});
const someCredit = fc.record({ terms: someTerms, age: fc.nat(60), instalments: fc.integer({ min: 4, max: 20 }) });
/** What happens to which credit before a day is closed. */
const someDay = fc.array(
  fc.tuple(fc.constantFrom("pay", "pay", "dispute", "decide", "stop", "start"), fc.nat(5), fc.integer({ min: 1, max: 300 })),
  { maxLength: 3 },
);

test("whatever happened to credits, a close leaves every row as its book says", async () => {
  const lives = fc.tuple(fc.array(someCredit, { minLength: 6, maxLength: 6 }), fc.array(someDay, { minLength: 8, maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(lives, async ([made, happenings]) => {
      const date = await businessDate();
      const credits: Granted[] = [];
      for (const { terms, age, instalments } of made)
        credits.push(await grant(terms, { instalments, disburseOn: addDays(date, -age), product: { decimals: age % 3 } }));
      for (const happening of happenings) {
        for (const [what, which, amount] of happening) await happen(what, credits[which] as Granted, BigInt(amount));
        await close();
        await expectByBooks();
      }
    }),
    { numRuns: 4 },
  );
}, 120_000);

type Granted = Awaited<ReturnType<typeof grant>>;

/** What cannot happen to a credit as it is is refused, and changes nothing. */
async function happen(what: string, { id, code, customerId, offerId }: Granted, percent: bigint) {
  const { amount } = await creditNow(id);
  const { rows } = await db.execute<{ code: string }>(
    sql`select p.code from products p join offers o on o.product_id = p.id where o.id = ${offerId}`,
  );
  const product = rows[0]?.code ?? "";
  const part = ((amount * percent) / 300n / 100n) * 100n + 100n;
  if (what === "pay") await pay(customerId, { creditId: id }, part).catch(() => undefined);
  if (what === "dispute") await moveNow(bruno, "credit", code, "dispute", { reason: "duplicate", amountMinor: part });
  if (what === "decide") await moveNow(bruno, "credit", code, "lose_dispute");
  if (what === "stop" && (await statusOf("product", product)) === "enabled")
    await moveByTwo("product", product, "deactivate", { reason: "discontinued", typed: product });
  if (what === "start") await moveNow(sofia, "product", product, "reactivate", { reason: "relaunched" });
}
