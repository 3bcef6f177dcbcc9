import "server-only";
import { inArray } from "drizzle-orm";
import type { StoredBook } from "#db/books/find";
import type { Minimum } from "#db/books/minimum";
import type { Seen, Sight } from "#db/facts/sight";
import { findSituation } from "#db/facts/situation";
import { payments } from "#db/schema/payment";
import { figuresOf, standingFigures } from "#lib/domain/book";
import { changeOf } from "#lib/domain/change";
import type { CustomerStatus } from "#lib/domain/customer";
import { foreseeMoves, type Foreseen as Move } from "#lib/domain/foresight";
import { mostOf } from "#lib/domain/money";
import { unmetDays, unmetOf } from "#lib/domain/statement";
import type { CreditChange, Foreseen } from "#lib/foreseen";

/** A credit's book as it is, and as it would be. */
export type Changing = { before: StoredBook; after: StoredBook };

/** What would follow for a customer if books of theirs were otherwise, by the functions that would do it; nothing is written. */
export async function foresee(
  sight: Sight,
  customerId: string,
  changing: readonly Changing[],
  adjust: (situation: Seen) => Seen = (situation) => situation,
): Promise<Omit<Foreseen, "kept">> {
  const situation = adjust(changed(await findSituation(sight, customerId), sight, changing));
  const moves = foreseeMoves(situation);
  const credits = changing.map(({ before, after }) => creditChange(sight, before, settled(after, sight, moves)));
  const codes = await codesOf(sight, credits);
  const { code, status } = situation.customer;
  const last = moves.findLast(({ entity }) => entity === "customer");
  return {
    credits: credits.map(({ allocations, ...credit }) => ({
      ...credit,
      allocations: allocations.map(({ paymentId, ...each }) => ({ ...each, payment: codes.get(paymentId) ?? null })),
    })),
    moves,
    customer: { code, status: { before: status, after: (last?.to ?? status) as CustomerStatus } },
  };
}

/** A customer's situation if more, or less, had been paid to one of their accounts for so manieth of its statements, or the last. */
export function withPaid(situation: Seen, code: string, more: bigint, place?: number): Seen {
  const minimums = situation.minimums.map((it) => (it.code === code ? paidMore(it, more, place) : it));
  const unmet = (account: string) => minimums.find((it) => it.code === account)?.now ?? { unmet: 0n, dueOn: null };
  const { businessDate } = situation;
  const accounts = situation.accounts.map((it) => ({ ...it, unmetDays: unmetDays(unmet(it.code), businessDate) }));
  return { ...situation, minimums, accounts };
}

function paidMore(minimum: Minimum, more: bigint, place = minimum.statements.length): Minimum {
  const statements = minimum.statements.map((it, at) => (at === place - 1 ? { ...it, paid: it.paid + more } : it));
  const { debt, creditBalance } = minimum.account;
  const account = { debt: mostOf(debt - more, 0n), creditBalance };
  return { ...minimum, account, statements, now: unmetOf(statements, account) };
}

function changed(situation: Seen, sight: Sight, changing: readonly Changing[]): Seen {
  const books = new Map(changing.map(({ after }) => [after.code, after]));
  const credits = situation.credits.map((credit) => {
    const book = books.get(credit.code);
    if (book === undefined) return credit;
    const { outstanding, delinquentDays, carriesDelinquency } = figuresOf(book, sight).figures;
    return {
      ...credit,
      ...{ status: book.status, closedBy: book.closedBy, outstandingMinor: outstanding },
      delinquentDays: Math.max(delinquentDays, carriesDelinquency ? 1 : 0),
      isOnlyInherited: carriesDelinquency && delinquentDays === 0,
    };
  });
  return { ...situation, credits };
}

/** The book with the status that follows for its credit. */
function settled(book: StoredBook, { businessDate }: Sight, moves: readonly Move[]): StoredBook {
  const move = moves.findLast(({ code }) => code === book.code);
  if (move?.event === "settle") return { ...book, status: "paid", closedBy: "settle", closedOn: businessDate };
  return move?.event === "reopen" ? { ...book, status: "active", closedBy: null, closedOn: null } : book;
}

function creditChange(sight: Sight, before: StoredBook, after: StoredBook) {
  const status = { before: before.status, after: after.status };
  return { code: before.code, status, ...changeOf(standingFigures(before, sight), standingFigures(after, sight)) };
}

type Change = { allocations: readonly { paymentId: string }[] };

async function codesOf({ db }: Sight, credits: readonly (Omit<CreditChange, "allocations"> & Change)[]) {
  const ids = [...new Set(credits.flatMap(({ allocations }) => allocations.map(({ paymentId }) => paymentId)))];
  const found = await db.select({ id: payments.id, code: payments.code }).from(payments).where(inArray(payments.id, ids));
  return new Map(found.map(({ id, code }) => [id, code]));
}
