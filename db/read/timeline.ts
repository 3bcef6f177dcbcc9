import "server-only";
import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db, statementName, together } from "#db/client";
import { customers } from "#db/schema/customer";
import { history } from "#db/schema/history";
import { system } from "#db/write/history";
import { unsealer } from "#db/write/seal";
import { type Actor, can } from "#lib/domain/actor";
import type { Sealed, TimelineEntry } from "#lib/timeline";

const pageSize = 50;
/** Before this number is every entry. */
const newest = 2n ** 63n - 1n;

/** What was done to a record, or all that is about a customer: newest first, or what came before an entry. */
export async function listTimeline(
  actor: Actor,
  of: { record: string } | { customer: string },
  before = newest,
): Promise<{ entries: TimelineEntry[]; hasOlder: boolean }> {
  const rows = await ("record" in of
    ? askOfRecord.execute({ code: of.record, before })
    : askOfCustomer.execute({ code: of.customer, before }));
  const shown = rows.slice(0, pageSize);
  const open = await openSeals(actor, shown);
  return { entries: shown.map((row) => entryOf(row, open)), hasOlder: rows.length > pageSize };
}

/** What confirmed a request or an announced payment, without what was said with it; undefined where the history does not know. */
export async function findConfirmation(code: string): Promise<TimelineEntry | undefined> {
  const [found] = await askConfirmation.execute({ code });
  return found && entryOf({ ...found, sealed: null }, () => undefined);
}

const askConfirmation = together
  .select()
  .from(history)
  .where(and(eq(history.record, sql.placeholder("code")), inArray(history.action, ["pre_loan.confirm", "pre_payment.confirm"])))
  .orderBy(desc(history.id))
  .limit(1)
  .prepare(statementName("confirmation_of_record"));

const askOfRecord = timelineQuestion("timeline_of_record", history.record);
const askOfCustomer = timelineQuestion("timeline_of_customer", history.customer);

function timelineQuestion(name: string, whose: PgColumn) {
  return together
    .select()
    .from(history)
    .where(and(eq(whose, sql.placeholder("code")), lt(history.id, sql.placeholder("before"))))
    .orderBy(desc(history.id))
    .limit(pageSize + 1)
    .prepare(statementName(name));
}

type Row = typeof history.$inferSelect;
type Open = (row: Row) => Sealed | undefined;

function entryOf(row: Row, open: Open): TimelineEntry {
  const { id, at, email, role, action, module, record, subject } = row;
  const { [inClear]: _, ...others } = row.details;
  const details = referenceIn(row) === undefined ? row.details : others;
  const sealed = open(row);
  const isSystem = subject === system.subject;
  return { id: `${id}`, at, email, role, isSystem, action, module, record, details, ...(sealed && { sealed }) };
}

/** Of a refund that was paid before its reference was sealed: in the history for ever, and shown as if it were. */
const inClear = "reference";
const referenceIn = ({ action, details }: Row) => (action === "balance.refunded" ? details[inClear] : undefined);

/** Looks up the keys of whomever the entries are about; only a role that may see personal data is given what they open. */
async function openSeals(actor: Actor, rows: Row[]): Promise<Open> {
  const codes = new Set(rows.flatMap((row) => (isPersonal(row) && row.customer !== null ? [row.customer] : [])));
  const people = codes.size === 0 ? [] : await findPeople([...codes]);
  const unseal = new Map(await Promise.all(people.map(async ({ id, code }) => [code, await unsealer(db, id)] as const)));
  const erased = new Set(people.flatMap(({ code, status }) => (status === "deleted" ? [code] : [])));
  return (row) => {
    if (!isPersonal(row)) return undefined;
    const { customer, sealed } = row;
    const said = sealed === null ? JSON.stringify({ reference: referenceIn(row) }) : unseal.get(customer ?? "")?.(sealed);
    if (said === undefined || erased.has(customer ?? "")) return { state: "erased" };
    return can(actor, "pii:read") ? { state: "open", words: JSON.parse(said) } : { state: "hidden" };
  };
}

const isPersonal = (row: Row) => row.sealed !== null || referenceIn(row) !== undefined;

const findPeople = (codes: string[]) =>
  db
    .select({ id: customers.id, code: customers.code, status: customers.status })
    .from(customers)
    .where(inArray(customers.code, codes));
