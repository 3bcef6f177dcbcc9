import "server-only";
import { sql } from "drizzle-orm";
import { isMinimumPast } from "#db/books/minimum";
import type { Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import { only, question } from "#db/question";
import type { AccountFacts } from "#lib/domain/account";
import type { CardFacts } from "#lib/domain/card";

type Account = Omit<AccountFacts, "debtMinor" | "creditBalanceMinor"> & { debt: string; creditBalance: string };

export async function accountFacts({ db, businessDate }: Sight, { id }: Moved): Promise<AccountFacts> {
  const { debt, creditBalance, ...found } = only(await askAccount(db, { id, businessDate }));
  return { ...found, debtMinor: BigInt(debt), creditBalanceMinor: BigInt(creditBalance) };
}

type Card = Pick<CardFacts, "accountStatus"> & { debt: string };

export async function cardFacts({ db }: Sight, { id }: Moved): Promise<CardFacts> {
  const { debt, accountStatus } = only(await askCard(db, { id }));
  // A credit balance is the account's; none is ever a card's own.
  return { accountStatus, debtMinor: BigInt(debt), creditBalanceMinor: 0n };
}

const askAccount = question<Account>(
  "account_facts",
  sql`select a.debt_minor as debt, a.credit_balance_minor as "creditBalance",
      (select count(*)::int from pre_loans where account_id = a.id and status = 'pending') as "pendingAuthorizations",
      (select count(*)::int from credits where account_id = a.id and status = 'in_dispute') as "openDisputes",
      ${isMinimumPast(sql`a`, sql`${sql.placeholder("businessDate")}`)} as "hasUnmetMinimum", a.held_at is not null as "isHeld"
    from accounts a where a.id = ${sql.placeholder("id")}`,
);

const askCard = question<Card>(
  "card_facts",
  sql`select a.status as "accountStatus", (select coalesce(sum(outstanding_minor), 0) from credits where card_id = d.id) as debt
    from cards d join accounts a on a.id = d.account_id where d.id = ${sql.placeholder("id")}`,
);
