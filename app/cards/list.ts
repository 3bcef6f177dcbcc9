import { defineList } from "#db/list";
import { issued } from "#db/list/cards";
import { accounts } from "#db/schema/account";
import { cardKinds, cards } from "#db/schema/card";
import { customers } from "#db/schema/customer";
import { cardStatuses } from "#lib/domain/card";

export const cardList = defineList({
  name: "cards",
  ...issued,
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
});
