import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db, Tx } from "#db/client";
import { holdingDate } from "#db/move/business-date";
import { question } from "#db/question";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { payments } from "#db/schema/payment";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import { products } from "#db/schema/product";
import { promises } from "#db/schema/promise";
import { type Entity, entities } from "#lib/domain/machines";

/** A record that a machine moves; `customerId` is whose it is, if anybody's. */
export type Moved = {
  entity: Entity;
  id: string;
  code: string;
  status: string;
  moves: number;
  customerId: string | null;
  customerCode: string | null;
};

type RecordTable = PgTable & { id: PgColumn; code: PgColumn; status: PgColumn; moves: PgColumn };

export const tables = {
  customer: customers,
  pre_loan: preLoans,
  credit: credits,
  pre_payment: prePayments,
  payment: payments,
  product: products,
  offer: offers,
  account: accounts,
  card: cards,
  promise: promises,
} satisfies Record<Entity, RecordTable>;

/** A record by its ID, as it is now; undefined where there is none. */
export async function findMoved(db: Db | Tx, entity: Entity, code: string): Promise<Moved | undefined> {
  const [found] = await find[entity](db, { code });
  return found && { entity, ...found };
}

/** The same with its row locked, and its customer's before it: the one order in which everybody locks. */
export async function lockMoved(tx: Tx, entity: Entity, code: string): Promise<Moved | undefined> {
  if (entity === "customer") {
    const [found] = await lockPerson(tx, { code });
    return found && { entity, ...found };
  }
  const found = await findMoved(tx, entity, code);
  const row = found && (await lockFound(tx, found));
  return row && { ...found, ...row };
}

/** Locks the row of a record that was found, and its customer's before it. */
export async function lockFound(
  tx: Tx,
  { entity, id, customerId }: Pick<Moved, "entity" | "id" | "customerId">,
): Promise<Row | undefined> {
  // Both sent at once, the customer's first.
  const owner = customerId === null ? undefined : lock.customer(tx, { id: customerId });
  const [, [row]] = await Promise.all([owner, lock[entity](tx, { id })]);
  return row;
}

const customerOf = (id: PgColumn) => sql`select id, code from customers where id = ${id}`;

const ownerOf: Record<Entity, SQL | undefined> = {
  customer: sql`select ${customers.id}, ${customers.code}`,
  pre_loan: customerOf(preLoans.customerId),
  credit: customerOf(credits.customerId),
  pre_payment: customerOf(prePayments.customerId),
  payment: customerOf(payments.customerId),
  account: customerOf(accounts.customerId),
  promise: customerOf(promises.customerId),
  card: sql`select c.id, c.code from accounts a join customers c on c.id = a.customer_id where a.id = ${cards.accountId}`,
  product: undefined,
  offer: undefined,
};

type Found = Omit<Moved, "entity">;
type Row = Pick<Moved, "status" | "moves">;

function findQuestion(entity: Entity) {
  const table: RecordTable = tables[entity];
  const whose = ownerOf[entity] ?? sql`select null::uuid as id, null::text as code`;
  return question<Found>(
    `find_${entity}`,
    sql`select ${table.id} as id, ${table.code} as code, ${table.status} as status, ${table.moves} as moves,
      whose.id as "customerId", whose.code as "customerCode"
    from ${table} left join lateral (${whose}) as whose on true where ${table.code} = ${sql.placeholder("code")}`,
  );
}

function lockQuestion(entity: Entity) {
  const table: RecordTable = tables[entity];
  return question<Row>(
    `lock_${entity}`,
    sql`select ${table.status} as status, ${table.moves} as moves from ${table}
      where ${table.id} = ${sql.placeholder("id")} for no key update`,
  );
}

/** A customer is their own: one question finds and locks them, and holds the date for what their moves go by. */
const lockPerson = question<Found>(
  "lock_person",
  sql`select id, code, status, moves, id as "customerId", code as "customerCode", ${holdingDate} from customers
    where code = ${sql.placeholder("code")} for no key update`,
);

/** What a request would become stays as its guards saw it: nobody stops its offer or its product meanwhile. */
const lockPreLoan = question<Row>(
  "lock_pre_loan",
  sql`select r.status, r.moves from pre_loans r join offers o on o.id = r.offer_id join products p on p.id = o.product_id
    where r.id = ${sql.placeholder("id")} for no key update of r for share of o, p`,
);

const ofEach = <Asked>(make: (entity: Entity) => Asked) =>
  Object.fromEntries(entities.map((entity) => [entity, make(entity)])) as Record<Entity, Asked>;
const find = ofEach(findQuestion);
const lock = { ...ofEach(lockQuestion), pre_loan: lockPreLoan };
