import "server-only";
import { eq } from "drizzle-orm";
import { countActiveCredits } from "#db/move/active-credits";
import type { Effect } from "#db/move/moving";
import { credits } from "#db/schema/credit";
import { preLoans } from "#db/schema/pre-loan";

/** The request becomes an active credit; one that it refinances is closed by it. */
const confirm: Effect = async (moving, { id, code }) => {
  const { db, businessDate, step } = moving;
  const [request] = await db.select().from(preLoans).where(eq(preLoans.id, id));
  if (request === undefined) throw new Error(`no request ${code}`);
  const { customerId, offerId, accountId, cardId, refinancesId } = request;
  const amount = request.amount - request.downpayment;
  const [old] = refinancesId === null ? [] : await db.select().from(credits).where(eq(credits.id, refinancesId));
  if (old !== undefined) {
    const cause = { rule: "refinanced", values: { request: code } };
    await step("credit", old.code, "refinance", { reason: "refinanced", said: { successorMinor: amount }, cause });
  }
  const [made] = await db
    .insert(credits)
    .values({
      ...{ customerId, offerId, accountId, cardId, refinancesId, amount },
      outstanding: amount,
      disbursedOn: businessDate,
      carriesDelinquency: old !== undefined && (old.delinquentDays > 0 || old.carriesDelinquency),
    })
    .returning({ id: credits.id });
  await countActiveCredits(db, customerId);
  return { creditId: made?.id };
};

export const preLoanEffects = { confirm };
