import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { question } from "#db/question";
import type { StoredRefusal } from "#db/schema/card-message";
import type { AccountStatus } from "#lib/domain/account";
import type { CardStatus } from "#lib/domain/card";
import type { MessageKind, MessageOutcome } from "#lib/domain/card-message";
import type { CustomerStatus } from "#lib/domain/customer";
import type { Day } from "#lib/domain/day";
import type { PreLoanStatus } from "#lib/domain/pre-loan";
import type { ProductStatus } from "#lib/domain/product";

/** What a message came to, and all that it said; amounts as text, for this comes as JSON. */
export type Kept = {
  id: string;
  kind: MessageKind;
  card: string;
  purchase: string;
  amount: string;
  currency: string;
  merchant: string;
  at: string;
  outcome: MessageOutcome;
  refusals: StoredRefusal[];
  request: string | null;
  requestStatus: PreLoanStatus | null;
  credit: string | null;
  creditId: string | null;
};

/** All that what becomes of a message depends on. */
export type Desk = {
  cardId: string;
  cardStatus: CardStatus;
  /** The card that has taken its place, if any has; else itself. */
  heirId: string;
  accountId: string;
  account: string;
  accountStatus: AccountStatus;
  available: string;
  customerId: string;
  customer: string;
  customerStatus: CustomerStatus;
  productStatus: ProductStatus;
  decimals: number;
  currency: string;
  timeZone: string;
  businessDate: Day;
  /** The newest offer of the account's product that is enabled, else of any status, if its terms are set. */
  offer: { id: string; instalments: number; isEnabled: boolean } | null;
  /** The same message as it was told before. */
  before: Kept | null;
  /** What was told of the purchase on this account, in the order in which it came. */
  purchase: Kept[];
};

type About = { card: string; externalId: string; purchase: string; kind: MessageKind };

/** Locks the customer of a card and then its account, and tells what is known there; undefined where there is no such card. */
export async function openDesk(tx: Tx, about: About): Promise<Desk | undefined> {
  const { card } = about;
  // Sent together, answered one after the other: what is told is what holds under the locks.
  const [, , [desk]] = await Promise.all([lockHolder(tx, { card }), lockAccount(tx, { card }), askDesk(tx, about)]);
  return desk;
}

/** The same for a purchase that nobody told of, without locks. */
export async function glanceAtDesk(db: Db, card: string): Promise<Desk | undefined> {
  return (await askDesk(db, { card, externalId: "", purchase: "", kind: "authorization" }))[0];
}

const lockHolder = question<{ id: string }>(
  "lock_holder",
  sql`select id from customers where id = (select a.customer_id from cards d join accounts a on a.id = d.account_id
    where d.code = ${sql.placeholder("card")}) for no key update`,
);

const lockAccount = question<{ id: string }>(
  "lock_card_account",
  sql`select id from accounts where id = (select account_id from cards where code = ${sql.placeholder("card")}) for no key update`,
);

const keptWhere = (condition: SQL) => sql`
  select m.number, json_build_object('id', m.id, 'kind', m.kind, 'card', n.code, 'purchase', m.purchase,
    'amount', m.amount_minor::text, 'currency', m.currency, 'merchant', m.merchant, 'at', m.at, 'outcome', m.outcome,
    'refusals', m.refusals, 'request', r.code, 'requestStatus', r.status, 'credit', k.code, 'creditId', k.id) as kept
  from card_messages m join cards n on n.id = m.card_id left join pre_loans r on r.id = m.pre_loan_id
    left join credits k on k.id = coalesce(m.credit_id, r.credit_id)
  where ${condition}`;

const graceOf = (name: string) => sql`coalesce((o.terms ->> ${sql.raw(`'${name}'`)})::int, 0) + 1`;

const offerOfProduct = sql`
  select json_build_object('id', o.id, 'isEnabled', o.status = 'enabled', 'instalments',
    greatest(coalesce(o.instalments_min, p.instalments_min, 1), ${graceOf("graceOnPrincipal")}, ${graceOf("graceOnInterest")}))
  from offers o where o.product_id = p.id and o.terms ?& array['annualRate', 'method', 'every', 'unit']
  order by o.status = 'enabled' desc, o.number desc limit 1`;

const heirOfCard = sql`
  with recursive line as (
    select d.id, 0 as place union all
    select n.id, place + 1 from cards n join line on n.replaces_id = line.id where n.account_id = a.id and place < 100)
  select id from line order by place desc limit 1`;

const askDesk = question<Desk>(
  "card_desk",
  sql`select d.id as "cardId", d.status as "cardStatus", (${heirOfCard}) as "heirId",
      a.id as "accountId", a.code as account, a.status as "accountStatus", a.available_minor as available,
      c.id as "customerId", c.code as customer, c.status as "customerStatus",
      p.status as "productStatus", p.decimals, j.currency, j.time_zone as "timeZone", j.business_date::text as "businessDate",
      (${offerOfProduct}) as offer,
      (select kept from (${keptWhere(sql`m.external_id = ${sql.placeholder("externalId")} and m.kind = ${sql.placeholder("kind")}`)}) as it) as before,
      (select coalesce(json_agg(kept order by number), '[]')
        from (${keptWhere(sql`m.purchase = ${sql.placeholder("purchase")} and m.account_id = a.id`)}) as it) as purchase
    from cards d join accounts a on a.id = d.account_id join customers c on c.id = a.customer_id
      join products p on p.id = a.product_id cross join projects j
    where d.code = ${sql.placeholder("card")}`,
);
