import { sumOf, unpaidOf } from "#lib/domain/allocation";
import type { CreditStatus } from "#lib/domain/credit";
import { type Day, daysBetween } from "#lib/domain/day";
import { divide, leastOf } from "#lib/domain/money";
import { one } from "#lib/domain/rate";
import type { Replayed } from "#lib/domain/replay";

/**
 * What a product asks at least each cycle: a part of the debt (a rate, as in `rate.ts`), in whole units of so many minor
 * units, and a fixed amount in minor units.
 */
export type MinimumRule = { rate: bigint; fixed: bigint; unit: bigint };

/** A credit of an account as it stands when its cycle closes. */
export type Settled = { status: CreditStatus; replayed: Pick<Replayed, "instalments" | "payoff"> };

/** The days of a cycle; the statement before it, if there was one, fell due on `since`. */
export type Cycle = { closedOn: Day; dueOn: Day; since: Day | null };

/** What a cycle comes to; amounts in minor units. */
export type Statement = {
  /** All that is unpaid of the account's credits, those in dispute left out. */
  debt: bigint;
  /** What of it falls due until the statement does: instalments of this cycle, and all charges. */
  fallsDue: bigint;
  charges: bigint;
  minimum: bigint;
  /** What of the minimum was not asked for before; less than nothing where the debt has become less than what was. */
  added: bigint;
  /** What pays all of it off on the day of closing. */
  payoff: bigint;
};

/**
 * The statement of a cycle. Its minimum is the highest of a part of the debt, a fixed amount and the instalments due in the
 * cycle; then charges, and what is unmet of earlier minimums besides the charges in them; never more than the debt.
 */
export function statementOf(
  { dueOn, since }: Cycle,
  credits: readonly Settled[],
  { rate, fixed, unit }: MinimumRule,
  unmet: bigint,
): Statement {
  const counted = credits.filter(({ status }) => status === "active");
  const all = counted.flatMap(({ replayed }) => replayed.instalments);
  const isBefore = (day: Day) => since !== null && day <= since;
  const due = all.filter((each) => each.dueOn <= dueOn);
  const instalments = sum(due.filter((each) => !isBefore(each.dueOn)).map(ownOf));
  const charges = sum(due.map(chargesOf));
  const oldCharges = sum(due.filter((each) => isBefore(each.dueOn)).map(chargesOf));
  const debt = sum(all.map((each) => sumOf(unpaidOf(each))));
  const own = [divide(debt * rate, one * unit, "up") * unit, fixed, instalments].reduce((most, each) =>
    each > most ? each : most,
  );
  const earlier = unmet > oldCharges ? unmet - oldCharges : 0n;
  const minimum = leastOf(debt, own + charges + earlier);
  return {
    ...{ debt, charges, minimum },
    fallsDue: instalments + charges,
    added: minimum - unmet,
    payoff: sum(counted.map(({ replayed }) => replayed.payoff)),
  };
}

/**
 * A statement that was made: what its minimum asks for beyond what was unmet of those before it (less than nothing where the
 * debt had become less), and what has been paid to the account since it was made and before the next one was.
 */
export type Asked = { dueOn: Day; added: bigint; paid: bigint };

/** What is unmet of the minimums, and when the oldest of it falls due; statements from the oldest on. */
export type Unmet = { unmet: bigint; dueOn: Day | null };

/**
 * What is unmet: whoever pays more than that pays nothing of later minimums. Of the debt that there is now no more can be
 * unmet, and the credit balance, which is the holder's own money, meets it too.
 */
export function unmetOf(statements: readonly Asked[], { debt, creditBalance }: { debt: bigint; creditBalance: bigint }): Unmet {
  let waiting: { dueOn: Day; left: bigint }[] = [];
  for (const { added, paid, dueOn } of statements) {
    if (added > 0n) waiting.push({ dueOn, left: added });
    waiting = paidOldestFirst(waiting, added < 0n ? paid - added : paid);
  }
  const covered = sum(waiting.map(({ left }) => left)) - (debt > creditBalance ? debt - creditBalance : 0n);
  if (covered > 0n) waiting = paidOldestFirst(waiting, covered);
  return { unmet: sum(waiting.map(({ left }) => left)), dueOn: waiting[0]?.dueOn ?? null };
}

/** Days since the oldest of what is unmet was due; undefined while nothing of it is past its day. */
export const unmetDays = ({ dueOn }: Unmet, businessDate: Day): number | undefined =>
  dueOn !== null && dueOn < businessDate ? daysBetween(dueOn, businessDate) : undefined;

function paidOldestFirst(waiting: readonly { dueOn: Day; left: bigint }[], amount: bigint) {
  let rest = amount;
  return waiting.flatMap(({ dueOn, left }) => {
    const part = leastOf(left, rest);
    rest -= part;
    return part === left ? [] : [{ dueOn, left: left - part }];
  });
}

type Instalment = Replayed["instalments"][number];

function ownOf(each: Instalment): bigint {
  const { principal, interest } = unpaidOf(each);
  return principal + interest;
}

function chargesOf(each: Instalment): bigint {
  const { penalty, fee } = unpaidOf(each);
  return penalty + fee;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
