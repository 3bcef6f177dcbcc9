import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { byCustomer, of } from "#db/list/finds";
import { recordsOf } from "#db/list/records";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { customers } from "#db/schema/customer";
import { products } from "#db/schema/product";

const ofCustomer = of(accounts.customerId, customers);
const known = byCustomer(accounts.customerId);
const onAccounts = (found: SQL) => sql`${cards.accountId} in (select ${accounts.id} from ${accounts} where ${found})`;

/** What the list of accounts has besides its columns. */
export const opened = {
  ...recordsOf("account", accounts),
  joins: sql`left join ${customers} on ${customers.id} = ${accounts.customerId}
    left join ${products} on ${products.id} = ${accounts.productId}`,
  ...known,
  finds: { customer: ofCustomer },
};

/** What the page words of what an account has available: the amount as text, and the status that may let none of it be spent. */
export const spendableSql = sql`jsonb_build_object('amount', ${accounts.available}::text, 'status', ${accounts.status})`;

/** What the list of cards has besides its columns. */
export const issued = {
  ...recordsOf("card", cards),
  joins: sql`left join ${accounts} on ${accounts.id} = ${cards.accountId}
    left join ${customers} on ${customers.id} = ${accounts.customerId}`,
  search: known.search,
  within: (found: SQL) => onAccounts(known.within(found)),
  finds: {
    account: of(cards.accountId, accounts),
    customer: (code: string) => onAccounts(ofCustomer(code)),
  },
};
