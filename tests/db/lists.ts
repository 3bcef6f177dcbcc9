import { type SQL, sql } from "drizzle-orm";
import type { PgInsertValue } from "drizzle-orm/pg-core";
import { db } from "#db/client";
import { type ListSpec, viewOf } from "#db/list";
import { findPage, type Page } from "#db/list/page";
import type { Query } from "#db/list/query";
import { customers } from "#db/schema/customer";
import { seed } from "#db/seed/seed";
import type { Day } from "#lib/domain/day";
import { readParams } from "#lib/list/params";

export const today = "2026-11-22" as Day;
const timeZone = "America/Bogota";

/** The same people on whatever day the tests run. */
export async function seedPeople(people: number) {
  await db.execute(sql`update projects set business_date = ${today}`);
  const outcome = await seed({ customers: people, onProgress: () => undefined });
  if (!outcome.ok) throw new Error(outcome.because);
}

export type Person = typeof customers.$inferSelect;
export const everyone = (): Promise<Person[]> => db.select().from(customers);

/** Adds people with no more than is said of them. */
export const add = (...people: PgInsertValue<typeof customers>[]) => db.insert(customers).values(people).returning();

/** Takes added people away again, which only the database's owner can, by putting its guard aside. */
export async function takeAway(which: SQL): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table customers disable trigger customers_stay`);
    await tx.delete(customers).where(which);
    await tx.execute(sql`alter table customers enable trigger customers_stay`);
  });
}

/** What an address asks of a list, of someone who may see everything unless said otherwise. */
export function asked(list: ListSpec, address = "", more: Partial<Query> = {}): Query {
  const { params, problems } = readParams(viewOf(list), new URLSearchParams(address));
  if (problems.length > 0) throw new Error(`${address}: ${JSON.stringify(problems)}`);
  return { params, words: [], isWhole: false, isMasked: false, today, businessDate: today, timeZone, ...more };
}

export async function pageAt(list: ListSpec, address = "", more: Partial<Query> = {}): Promise<Page> {
  const page = await findPage(list, asked(list, address, more));
  if (page === undefined) throw new Error(`${address}: no page`);
  return page;
}

/** Every list's first column is the record's ID. */
export const codesOf = ({ rows }: Page): string[] => rows.map(([code]) => String(code));

/** All pages from the first to the last, as a reader turns them. */
export async function walk(
  list: ListSpec,
  address = "",
  more: Partial<Query> = {},
  betweenPages?: () => Promise<unknown>,
): Promise<string[][]> {
  const pages: string[][] = [];
  for (let place = ""; ; ) {
    const page = await pageAt(list, `${address}${place}`, more);
    pages.push(codesOf(page));
    if (!page.hasNext) return pages;
    place = `&after=${pages.at(-1)?.at(-1)}`;
    await betweenPages?.();
  }
}
