import { type SQL, sql } from "drizzle-orm";
import { defineList } from "#db/list";
import { byCustomer, itself, of } from "#db/list/finds";
import { accounts } from "#db/schema/account";
import { cardKinds, cards } from "#db/schema/card";
import { customers } from "#db/schema/customer";
import { cardStatuses } from "#lib/domain/card";

const onAccounts = (found: SQL) => sql`${cards.accountId} in (select ${accounts.id} from ${accounts} where ${found})`;
const owners = byCustomer(accounts.customerId);

export const cardList = defineList({
  name: "cards",
  record: "card",
  from: cards,
  id: cards.id,
  code: cards.code,
  joins: sql`left join ${accounts} on ${accounts.id} = ${cards.accountId}
    left join ${customers} on ${customers.id} = ${accounts.customerId}`,
  status: cards.status,
  statuses: cardStatuses,
  search: owners.search,
  within: (found) => onAccounts(owners.within(found)),
  finds: {
    card: itself(cards),
    account: of(cards.accountId, accounts),
    customer: (code) => onAccounts(of(accounts.customerId, customers)(code)),
  },
  columns: {
    code: { sql: cards.code, kind: "code" },
    account: { sql: accounts.code, kind: "record" },
    customer: { sql: customers.code, kind: "record" },
    last_four: { sql: cards.lastFour, kind: "text" },
    type: { sql: cards.kind, kind: "card_kind", filter: "choice", options: cardKinds, isOrdered: true },
    status: { sql: cards.status, kind: "status", filter: "choice", options: cardStatuses },
    created: { sql: cards.createdAt, kind: "instant", sort: true, filter: "days" },
    modified: { sql: cards.statusChangedAt, kind: "instant", sort: true },
  },
  defaultSort: { column: "created", direction: "desc" },
  pageSize: 50,
});
