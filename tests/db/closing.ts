import { eq, inArray } from "drizzle-orm";
import pg from "pg";
import { expect } from "vitest";
import { findBooks } from "#db/books/find";
import { db } from "#db/client";
import { type Closing, closeDays } from "#db/close-day";
import { findSight } from "#db/read/rules";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { preLoans } from "#db/schema/pre-loan";
import { type Figures, figuresOf } from "#lib/domain/book";
import type { Day } from "#lib/domain/day";
import type { OfferSettings } from "#lib/domain/offer-terms";
import { addCustomer, addOffer, addPreLoan, moveNow, offered, sofia } from "#tests/db/portfolio";

export const by = { subject: "sofia", email: "sofia@demo.example" };
export const never = new AbortController().signal;

/** Closes the day of the business date, or all up to one, whatever the calendar says. */
export const close = (through?: string, stopping = never): Promise<Closing> =>
  closeDays({ by, through: through as Day | undefined, mayRunAhead: true, stopping });

/** A credit of 1,200.00 as it is asked for and confirmed, in twelve weeks without interest unless its offer says otherwise. */
export async function grant(
  terms: Partial<OfferSettings> = {},
  { product = {}, who = addCustomer(), ...request }: Granting = {},
): Promise<typeof credits.$inferSelect & { customer: string }> {
  const { id: customerId, code: customer } = await who;
  const offer = await addOffer(product, { terms: { ...offered, annualRate: "0", unit: "week", ...terms }, amountMin: 1n });
  const asked = await addPreLoan(customerId, { offerId: offer.id, amount: 1_200_00n, instalments: 12, ...request });
  const outcome = await moveNow(sofia, "pre_loan", asked.code, "confirm");
  const [made] = await db
    .select({ credit: credits })
    .from(preLoans)
    .innerJoin(credits, eq(credits.id, preLoans.creditId))
    .where(eq(preLoans.id, asked.id));
  if (made === undefined) throw new Error(`no credit was made: ${JSON.stringify(outcome)}`);
  return { ...made.credit, customer };
}
type Granting = Partial<typeof preLoans.$inferInsert> & {
  product?: Parameters<typeof addOffer>[0];
  who?: Promise<{ id: string; code: string }>;
};

export const businessDate = async () => (await findSight(db)).businessDate;

export const customerOf = async (code: string) =>
  (await db.select({ status: customers.status }).from(customers).where(eq(customers.code, code)))[0]?.status;

/** Every open credit's row says what its book comes to on the business date. */
export async function expectByBooks(): Promise<void> {
  const measure = await findSight(db);
  const rows = await db
    .select()
    .from(credits)
    .where(inArray(credits.status, ["active", "in_dispute"]));
  const books = new Map(
    (
      await findBooks(
        db,
        rows.map(({ id }) => id),
      )
    ).map((book) => [book.id, book]),
  );
  for (const row of rows) {
    const book = books.get(row.id);
    if (book === undefined) throw new Error(`no book of ${row.code}`);
    const { figures } = figuresOf(book, measure);
    const stored = Object.fromEntries(Object.keys(figures).map((name) => [name, row[name as keyof Figures]]));
    expect({ code: row.code, ...stored }).toEqual({ code: row.code, ...figures });
  }
}

/** All that a database holds in which the clock and chance have no part: records, moves, history, closes. */
export async function everything(url = process.env["DATABASE_URL"]): Promise<Record<string, unknown[]>> {
  const client = new pg.Client(url);
  await client.connect();
  const found: Record<string, unknown[]> = {};
  for (const [name, question] of Object.entries(questions)) found[name] = (await client.query(question)).rows;
  await client.end();
  return found;
}

const questions = {
  credits: `select code, status, moves, outstanding_minor, amount_past_due_minor, past_due_since::text, days_past_due, delinquent_days,
    paused_days, next_due_on::text, next_due_minor, wakes_on::text, credit_balance_minor from credits order by code`,
  customers: "select code, status, moves, active_credits from customers order by code",
  requests: "select code, status, moves from pre_loans order by code",
  promises: "select code, status, moves from promises order by code",
  approvals: "select code, status from approvals order by code",
  transitions: `select entity, event, from_status, to_status, seq, count(*) from transitions
    group by entity, event, from_status, to_status, seq order by entity, event, from_status, to_status, seq`,
  history: "select email, action, record, details from history order by action, record, details::text",
  closes: "select day::text, email, done, total, counts, finished_at is null as unfinished from day_closes order by day",
  tally: "select entity, status, sum(records) as records from status_tally group by entity, status order by entity, status",
  project: "select business_date::text from projects",
};
