import "server-only";
import { eq, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db, Tx } from "#db/client";
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
import type { Entity } from "#lib/domain/machines";

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
  const table: RecordTable = tables[entity];
  const owner = ownerOf[entity];
  const whose = owner === undefined ? sql`(select null::uuid as id, null::text as code)` : sql`(${owner})`;
  const { rows } = await db.execute<Omit<Moved, "entity">>(
    sql`select ${table.id} as id, ${table.code} as code, ${table.status} as status, ${table.moves} as moves,
      whose.id as "customerId", whose.code as "customerCode"
      from ${table} left join lateral ${whose} as whose on true where ${table.code} = ${code}`,
  );
  return rows[0] && { entity, ...rows[0] };
}

/** The same with its row locked, and its customer's before it: the one order in which everybody locks. */
export async function lockMoved(tx: Tx, entity: Entity, code: string): Promise<Moved | undefined> {
  const found = await findMoved(tx, entity, code);
  if (found === undefined) return undefined;
  if (found.customerId !== null && entity !== "customer") await lock(tx, "customer", found.customerId);
  const row = await lock(tx, entity, found.id);
  return row && { ...found, ...row };
}

async function lock(tx: Tx, entity: Entity, id: string): Promise<{ status: string; moves: number } | undefined> {
  const table: RecordTable = tables[entity];
  const { rows } = await tx.execute<{ status: string; moves: number }>(
    sql`select ${table.status} as status, ${table.moves} as moves from ${table} where ${eq(table.id, id)} for no key update`,
  );
  return rows[0];
}

const customerOf = (id: PgColumn) => sql`select id, code from customers where id = ${id}`;

const ownerOf = {
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
