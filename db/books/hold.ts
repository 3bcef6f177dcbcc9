import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { question } from "#db/question";

/**
 * Has nobody stop the products of some credits, or go on with them, until this transaction is over. Asked before any of them
 * is locked, be it by a row that refers to it, and once the business date is held: who stops a product holds the date, then
 * it, and then waits for no credit.
 */
export const holdProducts = (tx: Tx, ids: readonly string[]) => askToHold(tx, { ids });

const askToHold = question(
  "hold_products",
  sql`select from products where id in (
      select o.product_id from credits k join offers o on o.id = k.offer_id where k.id = any(${sql.placeholder("ids")}::uuid[]))
    order by id for share`,
);
