import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { byCustomer, itself, of } from "#db/list/finds";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { customers } from "#db/schema/customer";
import { products } from "#db/schema/product";
import { accountStatuses } from "#lib/domain/account";
import { cardStatuses } from "#lib/domain/card";

const ofCustomer = of(accounts.customerId, customers);
const known = byCustomer(accounts.customerId);
const onAccounts = (found: SQL) => sql`${cards.accountId} in (select ${accounts.id} from ${accounts} where ${found})`;

/** What the list of accounts has besides its columns. */
export const opened = {
  record: "account",
  from: accounts,
  id: accounts.id,
  code: accounts.code,
  joins: sql`left join ${customers} on ${customers.id} = ${accounts.customerId}
    left join ${products} on ${products.id} = ${accounts.productId}`,
  status: accounts.status,
  statuses: accountStatuses,
  ...known,
  finds: { account: itself(accounts), customer: ofCustomer },
  pageSize: 50,
} as const;

/** What the list of cards has besides its columns. */
export const issued = {
  record: "card",
  from: cards,
  id: cards.id,
  code: cards.code,
  joins: sql`left join ${accounts} on ${accounts.id} = ${cards.accountId}
    left join ${customers} on ${customers.id} = ${accounts.customerId}`,
  status: cards.status,
  statuses: cardStatuses,
  search: known.search,
  within: (found: SQL) => onAccounts(known.within(found)),
  finds: {
    card: itself(cards),
    account: of(cards.accountId, accounts),
    customer: (code: string) => onAccounts(ofCustomer(code)),
  },
  pageSize: 50,
} as const;
