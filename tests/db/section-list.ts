import { sql } from "drizzle-orm";
import { accountList } from "#app/accounts/list";
import { cardList } from "#app/cards/list";
import { creditList } from "#app/credits/list";
import { offerList } from "#app/offers/list";
import { paymentList } from "#app/payments/list";
import { preLoanList } from "#app/pre-loans/list";
import { prePaymentList } from "#app/pre-payments/list";
import { productList } from "#app/products/list";
import { promiseList } from "#app/promises/list";
import { db } from "#db/client";
import { type ListFor, type ListSpec, listFor } from "#db/list";
import { sofia } from "#tests/db/portfolio";
import { type Placed, placed } from "#tests/section-lists";

const declared: Record<string, ListFor> = {
  "pre-loans": preLoanList,
  credits: creditList,
  "pre-payments": prePaymentList,
  payments: paymentList,
  products: productList,
  offers: offerList,
  accounts: accountList,
  cards: cardList,
  promises: promiseList,
};

/** A section's list as it is now, in pages of this many rows. */
export async function listNamed(name: string, pageSize = 500): Promise<ListSpec> {
  const list = declared[name];
  if (list === undefined) throw new Error(`no list is called ${name}`);
  return { ...(await listFor(list, sofia, "page")), pageSize };
}

/** The IDs of rows, in order. */
export async function codesIn(table: string, where = "true", order = "code"): Promise<string[]> {
  const found = await db.execute<{ code: string }>(sql.raw(`select code from ${table} where ${where} order by ${order}`));
  return found.rows.map(({ code }) => code);
}

/** Puts IDs that there are in place of the words for them. */
export async function placing(): Promise<(text: string) => string> {
  const { rows } = await db.execute<Record<Placed, string>>(sql.raw(placed));
  return (text) => text.replace(/PRODUCT|OFFER|CARD/g, (word) => rows[0]?.[word.toLowerCase() as Placed] ?? word);
}
