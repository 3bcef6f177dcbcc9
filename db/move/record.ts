import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type Db, db, type Tx } from "#db/client";
import { holdDate, holdingDate } from "#db/move/business-date";
import { question, statement } from "#db/question";
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

/** The same with its row locked, its customer's before it, and the date held: the one order in which everybody locks. */
export async function lockMoved(tx: Tx, entity: Entity, code: string): Promise<Moved | undefined> {
  if (entity === "customer") {
    const [found] = await lockPerson(tx, { code });
    return found && { entity, ...found };
  }
  // All sent at once, the customer's first.
  const owning = lockOwner[entity]?.(tx, { code }) ?? [];
  const [[owner = nobody], , [row]] = await Promise.all([owning, holdDate(tx), lock[entity](tx, { code })]);
  return row && { entity, ...row, ...owner };
}

/** What every move sets with the status; a trigger sees to it. */
export const counted = { moves: sql`moves + 1`, statusChangedAt: sql`now()` };

/** A statement that writes a status, with what its event sets besides: put together once, for whichever record is moved. */
export function statusStatement(entity: Entity, set: Record<string, unknown> = {}) {
  const table: RecordTable = tables[entity];
  const changed = { ...set, ...counted, status: sql.placeholder("status") };
  return statement(
    db
      .update(table)
      .set(changed)
      .where(eq(table.id, sql.placeholder("id"))),
  );
}

/** Writes the status of a record; whoever moves it writes its transition as well. */
export const writeStatus = (tx: Tx, { entity, id }: Pick<Moved, "entity" | "id">, status: string) =>
  setStatus[entity](tx, { id, status });

const customerOf: Record<Entity, SQL | PgColumn | undefined> = {
  customer: customers.id,
  pre_loan: preLoans.customerId,
  credit: credits.customerId,
  pre_payment: prePayments.customerId,
  payment: payments.customerId,
  account: accounts.customerId,
  promise: promises.customerId,
  card: sql`(select customer_id from accounts where id = ${cards.accountId})`,
  product: undefined,
  offer: undefined,
};

type Found = Omit<Moved, "entity">;
type Owner = Pick<Moved, "customerId" | "customerCode">;
type Row = Omit<Found, keyof Owner>;

const nobody: Owner = { customerId: null, customerCode: null };

const codeAsked = sql.placeholder("code");
const rowOf = ({ id, code, status, moves }: RecordTable) =>
  sql`${id} as id, ${code} as code, ${status} as status, ${moves} as moves`;

function findQuestion(entity: Entity) {
  const table: RecordTable = tables[entity];
  const whose = customerOf[entity] ?? sql`null::uuid`;
  return question<Found>(
    `find_${entity}`,
    sql`select ${rowOf(table)}, whose.id as "customerId", whose.code as "customerCode"
      from ${table} left join customers whose on whose.id = ${whose} where ${table.code} = ${codeAsked}`,
  );
}

function lockQuestion(entity: Entity) {
  const table: RecordTable = tables[entity];
  return question<Row>(
    `lock_${entity}`,
    sql`select ${rowOf(table)} from ${table} where ${table.code} = ${codeAsked} for no key update`,
  );
}

function lockOwnerQuestion(entity: Entity) {
  const table: RecordTable = tables[entity];
  const whose = customerOf[entity];
  return (
    whose &&
    question<Owner>(
      `lock_owner_of_${entity}`,
      sql`select id as "customerId", code as "customerCode" from customers
        where id = (select ${whose} from ${table} where ${table.code} = ${codeAsked}) for no key update`,
    )
  );
}

/** A customer is their own: one question finds and locks them, and holds the date for what their moves go by. */
const lockPerson = question<Found>(
  "lock_person",
  sql`select id, code, status, moves, id as "customerId", code as "customerCode", ${holdingDate} from customers
    where code = ${codeAsked} for no key update`,
);

/** What a request would become stays as its guards saw it: nobody stops its offer or its product meanwhile. */
const lockPreLoan = question<Row>(
  "lock_pre_loan",
  sql`select r.id, r.code, r.status, r.moves from pre_loans r join offers o on o.id = r.offer_id
      join products p on p.id = o.product_id
    where r.code = ${codeAsked} for no key update of r for share of o, p`,
);

/** Nobody stops its product meanwhile, nor goes on with it: that is locked before it, for whoever does locks it last (`holdProducts`). */
const lockCredit = question<Row>(
  "lock_credit",
  sql`select k.id, k.code, k.status, k.moves from credits k join offers o on o.id = k.offer_id
      join products p on p.id = o.product_id
    where k.code = ${codeAsked} for share of p for no key update of k`,
);

const ofEach = <Asked>(make: (entity: Entity) => Asked) =>
  Object.fromEntries(entities.map((entity) => [entity, make(entity)])) as Record<Entity, Asked>;
const find = ofEach(findQuestion);
const lockOwner = ofEach(lockOwnerQuestion);
const setStatus = ofEach((entity) => statusStatement(entity));
const lock = { ...ofEach(lockQuestion), pre_loan: lockPreLoan, credit: lockCredit };
