import "server-only";
import { sql } from "drizzle-orm";
import { findPayoff } from "#db/books/payoff";
import type { Said, Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import type { CreditFacts } from "#lib/domain/credit-guard";

type Row = Pick<CreditFacts, "hasOpenDispute" | "closedBy" | "wasNotedWhole" | "decimals"> & {
  amount: string;
  outstanding: string;
  tolerance: string;
  disputed: string;
};

export async function creditFacts(sight: Sight, { id }: Moved, said: Said): Promise<CreditFacts> {
  const { amount, outstanding, tolerance, disputed, ...found } = only(await askCredit(sight.db, { id }));
  return {
    ...found,
    amountMinor: BigInt(amount),
    outstandingMinor: BigInt(outstanding),
    payoffMinor: await findPayoff(sight, id),
    toleranceMinor: BigInt(tolerance),
    disputedMinor: BigInt(disputed),
    givenMinor: said.amountMinor,
    successorMinor: said.successorMinor,
  };
}

const askCredit = question<Row>(
  "credit_facts",
  sql`select k.amount_minor as amount, k.outstanding_minor as outstanding, p.tolerance_minor as tolerance, p.decimals,
      coalesce(d.amount_minor, 0) as disputed, d.id is not null as "hasOpenDispute", k.closed_by as "closedBy",
      k.was_noted_whole as "wasNotedWhole"
    from credits k join offers o on o.id = k.offer_id join products p on p.id = o.product_id
      left join disputes d on d.credit_id = k.id and d.decided_at is null
    where k.id = ${sql.placeholder("id")}`,
);
