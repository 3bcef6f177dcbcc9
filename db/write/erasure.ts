import "server-only";
import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client";
import type { Moved } from "#db/move/record";
import { findKnown } from "#db/read/known";
import { customers, erasedColumns } from "#db/schema/customer";
import { importRows } from "#db/schema/import";
import { savedSearches } from "#db/schema/saved-search";
import { eraseFromBank } from "#db/write/bank-erasure";
import { takeImportTurn } from "#db/write/import";
import { erasedId } from "#db/write/import-judge";
import { destroyKey } from "#db/write/seal";
import { type Known, mayBeAbout, namesOf, tellsWho } from "#lib/known";

const batch = 1_000;

/**
 * Erases a person for ever: takes away what is staged of them, what may have been searched for them and what banks may have
 * said of them, destroys their key and with it all that is sealed, and blanks their row and what PostgreSQL remembers of it. Money, dates, IDs and statuses stay.
 */
export async function erase(tx: Tx, record: Moved): Promise<undefined> {
  const { id } = record;
  const known = await findKnown(tx, record);
  const [{ externalId } = { externalId: null }] = await tx
    .select({ externalId: customers.externalId })
    .from(customers)
    .where(eq(customers.id, id));
  await takeStaged(tx, known, externalId);
  await takeSearches(tx, known);
  await eraseFromBank(tx, known, id);
  await destroyKey(tx, id);
  const blank = {
    ...erasedColumns,
    ...(externalId !== null && tellsWho(known, externalId) && { externalId: erasedId(sql`external_id`) }),
  };
  await tx.update(customers).set(blank).where(eq(customers.id, id));
  // The planner's figures quote values of the rows they are made from.
  await tx.execute(sql`select analyze_customers()`);
}

/** What imports that nobody has committed yet hold of the person; their counts stay. */
async function takeStaged(tx: Tx, known: Known, externalId: string | null): Promise<void> {
  await takeImportTurn(tx);
  const among = (column: PgColumn, values: readonly string[]) => inArray(column, [...values]);
  // A namesake is another person whose document says so.
  const sameName = foldedIn(sql`btrim(first_name || ' ' || last_name)`, namesOf(known));
  const sameDocument = known.national_id.length === 0 ? sql`true` : isNull(importRows.nationalId);
  await tx
    .delete(importRows)
    .where(
      or(
        among(importRows.externalId, externalId === null ? [] : [externalId]),
        among(importRows.nationalId, known.national_id),
        among(importRows.phone, known.phone),
        among(importRows.email, known.email),
        and(sameDocument, sameName),
      ),
    );
}

const foldedIn = (text: SQL, words: readonly string[]): SQL =>
  words.length === 0
    ? sql`false`
    : sql`folded(${text}) in (${sql.join(
        words.map((each) => sql`folded(${each})`),
        sql`, `,
      )})`;

// A search is what an operator typed, of whomever they had in mind: nobody can know whose words they are. So all those go
// that may be this person's, other people's among them; whoever still needs one types it again.
async function takeSearches(tx: Tx, known: Known): Promise<void> {
  const isAboutThem = mayBeAbout(await foldedAll(tx, known));
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const searches = await tx
      .select({ id: savedSearches.id, words: sql<string>`folded(${savedSearches.words})` })
      .from(savedSearches)
      .where(gt(savedSearches.id, after))
      .orderBy(asc(savedSearches.id))
      .limit(batch);
    const theirs = searches.filter(({ words }) => isAboutThem(words.replace(escapes, " "))).map(({ id }) => id);
    if (theirs.length > 0) await tx.delete(savedSearches).where(inArray(savedSearches.id, theirs));
    const last = searches.at(-1);
    if (last === undefined || searches.length < batch) return;
    after = last.id;
  }
}

/** The words are kept as JSON text. */
const escapes = /\\(u[0-9a-f]{4}|.)/g;

/** What is known, folded as the lists' search folds it, so that whatever found the person is recognised. */
async function foldedAll(tx: Tx, known: Known): Promise<Known> {
  const { rows } = await tx.execute<{ known: Known }>(sql`
    select json_object_agg(key, (select coalesce(json_agg(folded(each)), '[]') from json_array_elements_text(value) as each)) as known
    from json_each(${JSON.stringify(known)}::json)`);
  if (rows[0] === undefined) throw new Error("nothing was folded");
  return rows[0].known;
}
