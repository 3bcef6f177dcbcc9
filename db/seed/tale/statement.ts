import { measureOn } from "#db/seed/book";
import { cardCycles } from "#db/seed/catalogue-rows";
import type { AccountRow, Tale } from "#db/seed/tale";
import { bookOf } from "#db/seed/tale/book";
import { sumOf } from "#lib/domain/allocation";
import { replayBook } from "#lib/domain/book";
import { closingAfter, dueAfter } from "#lib/domain/cycle";
import { addDays, type Day } from "#lib/domain/day";
import { parseRate } from "#lib/domain/rate";
import { defaultRules } from "#lib/domain/rules";
import { type Asked, statementOf, type Unmet, unmetDays, unmetOf } from "#lib/domain/statement";

/**
 * Closes every cycle that ended before the day so many days ago, as the close of each day does, by what is told until now:
 * what changes an account's books is told in the order in which it happened, and first closes what had ended by then.
 */
export function closeCycles(tale: Tale, daysAgo: number): void {
  const until = tale.dayOf(daysAgo);
  for (const account of tale.accounts) {
    for (let day = closingAfter(tale.closed.get(account.id) ?? until, account); day < until; day = closingAfter(day, account)) {
      tale.closed.set(account.id, day);
      close(tale, account, day);
    }
  }
}

/** What is unmet of an account's minimums so many days ago, by what is told until now. */
export function unmetAgo(tale: Tale, account: AccountRow, daysAgo: number): Unmet {
  closeCycles(tale, daysAgo);
  return unmetOf(askedOf(tale, account), standingOn(tale, account, tale.dayOf(daysAgo)));
}

/** At the end of a story: what is unmet of each account's minimums now, and that it suspends the account. */
export function settleMinimums(tale: Tale): void {
  for (const account of tale.accounts) {
    const now = unmetAgo(tale, account, 0);
    Object.assign(account, { minimumUnmet: now.unmet, minimumDueOn: now.dueOn });
    const days = unmetDays(now, tale.today);
    if (account.status !== undefined || now.dueOn === null || days === undefined || days <= defaultRules.suspendGraceDays)
      continue;
    const statusChangedAt = tale.nightAfter(addDays(now.dueOn, defaultRules.suspendGraceDays));
    Object.assign(account, { status: "suspended", statusChangedAt });
  }
}

function close(tale: Tale, account: AccountRow, closedOn: Day): void {
  const { id: accountId } = account;
  const own = tale.credits.filter((it) => it.accountId === accountId && it.status === "active" && it.disbursedOn <= closedOn);
  const credits = own.map((it) => ({ status: it.status, replayed: replayBook(bookOf(tale, it), measureOn(closedOn)) }));
  const asked = askedOf(tale, account);
  const dueOn = dueAfter(closedOn, account);
  const cycle = { closedOn, dueOn, since: asked.at(-1)?.dueOn ?? null };
  const { unmet } = unmetOf(asked, standingOn(tale, account, closedOn));
  const statement = statementOf(cycle, credits, rule, unmet);
  if (statement.debt > 0n) tale.statements.push({ accountId, closedOn, dueOn, ...statement, at: tale.nightAfter(closedOn) });
}

const { minimumPercent, minimumFixed } = cardCycles;
const rule = { rate: parseRate(minimumPercent) ?? 0n, fixed: minimumFixed, unit: 100n };

/** Its statements, each with what was paid until the next one. */
function askedOf({ statements, payments, credits }: Tale, { id }: AccountRow): Asked[] {
  const own = statements.filter(({ accountId }) => accountId === id);
  const ofAccount = new Set(credits.flatMap((credit) => (credit.accountId === id ? credit.id : [])));
  const paid = payments.filter(
    ({ status, accountId, creditId }) => status === "accepted" && (accountId === id || ofAccount.has(creditId ?? "")),
  );
  return own.map(({ dueOn, added, at }, place) => {
    const until = own[place + 1]?.at;
    const its = paid.filter(({ createdAt }) => createdAt >= at && (until === undefined || createdAt < until));
    return { dueOn: dueOn as Day, added, paid: its.reduce((sum, { amount }) => sum + amount, 0n) };
  });
}

function standingOn(tale: Tale, { id, creditBalance }: AccountRow, day: Day) {
  const owing = tale.credits.filter((it) => it.accountId === id && it.status === "active" && it.disbursedOn <= day);
  const owed = owing.map((it) => sumOf(replayBook(bookOf(tale, it), measureOn(day)).outstanding));
  return { debt: owed.reduce((sum, each) => sum + each, 0n), creditBalance };
}
