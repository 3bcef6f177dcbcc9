import "server-only";
import { desc, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db } from "#db/client";
import { masked } from "#db/list/mask";
import { most, shown, total } from "#db/read/shown";
import { cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { payments } from "#db/schema/payment";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import { products } from "#db/schema/product";
import { promises } from "#db/schema/promise";
import { type Actor, can } from "#lib/domain/actor";

/** What every record has. */
export const basicsOf = <Table extends Basics>(table: Table): Pick<Table, keyof Basics> => {
  const { code, status, createdAt, statusChangedAt } = table;
  return { code, status, createdAt, statusChangedAt };
};

type Basics = Record<"code" | "status" | "createdAt" | "statusChangedAt", PgColumn>;

/** Whose a record is; the name is masked for whoever may not see personal data. */
export const owner = (actor: Actor) => ({
  code: customers.code,
  name: (can(actor, "pii:read") ? sql`${customers.name}` : masked("name", sql`${customers.name}`)) as SQL<string>,
});

export const productSeen = { code: products.code, name: products.name };
/** Since when the product has been inactive, if it is. */
export const stoppedOn = sql<
  string | null
>`(select it.from_on from product_stops it where it.product_id = ${products.id} and it.until_on is null)`;
export const offerSeen = { code: offers.code, name: offers.name };

/** The ID of the record that a column points to; null where it points to none. */
export const codeIn = (table: "accounts" | "cards" | "credits" | "pre_payments", column: PgColumn) =>
  sql<string | null>`(select it.code from ${sql.raw(table)} it where it.id = ${column})`;

/** A sum of money, which comes as text. */
export const minorFrom = (text: string): bigint => BigInt(text);

export function listCredits(where: SQL | undefined) {
  const { code, status, amount, outstanding, daysPastDue, disbursedOn } = credits;
  const row = { code, status, amount, outstanding, daysPastDue, disbursedOn, total };
  return shown(db.select(row).from(credits).where(where).orderBy(desc(credits.number)).limit(most));
}

export function listPayments(where: SQL | undefined) {
  const { code, status, amount, paidOn } = payments;
  const row = { code, status, amount, paidOn, total };
  return shown(db.select(row).from(payments).where(where).orderBy(desc(payments.number)).limit(most));
}

export function listPrePayments(where: SQL | undefined) {
  const { code, status, amount, datedOn } = prePayments;
  const row = { code, status, amount, datedOn, total };
  return shown(db.select(row).from(prePayments).where(where).orderBy(desc(prePayments.number)).limit(most));
}

export function listPreLoans(where: SQL | undefined) {
  const { code, status, amount, createdAt } = preLoans;
  const row = { code, status, amount, createdAt, total };
  return shown(db.select(row).from(preLoans).where(where).orderBy(desc(preLoans.number)).limit(most));
}

export function listPromises(where: SQL | undefined) {
  const { code, status, amount, dueOn } = promises;
  const row = { code, status, amount, dueOn, total };
  return shown(db.select(row).from(promises).where(where).orderBy(desc(promises.number)).limit(most));
}

export function listCards(where: SQL | undefined) {
  const { code, status, lastFour, kind } = cards;
  const row = { code, status, lastFour, kind, total };
  return shown(db.select(row).from(cards).where(where).orderBy(desc(cards.number)).limit(most));
}
