import { causeFrom, changedFor, daysPastDueAfter } from "#db/seed/cause";
import { type Borrower, type CreditRow, creditsFrom, type Lent, repaidCredit } from "#db/seed/credit";
import { type CustomerRow, customerFrom } from "#db/seed/customer";
import { daysAgo, instant } from "#db/seed/instant";
import { createdAtShare, type Life, lifeFrom } from "#db/seed/life";
import { loansTo } from "#db/seed/loan";
import type { Plan } from "#db/seed/plan";
import { type Random, randomFrom } from "#db/seed/random";
import { sampleOf } from "#db/seed/sample";
import { type Tale, taleOf } from "#db/seed/tale";
import { balance } from "#db/seed/tale/book";
import { settleMinimums } from "#db/seed/tale/statement";
import { type ViolationRow, violationFrom } from "#db/seed/violation";

/** A customer with what makes their status what it is; of those in the sample with all the rest that one can have. */
export type Person = { customer: CustomerRow; violations: ViolationRow[]; tale?: Tale } & {
  credits: CreditRow[];
  /** Of credits, with what of them covers what; a tale has its own. */
  lent: readonly Lent[];
};

/** Part of a plan's people, in the order in which they were created; the same ones whenever the same part is asked for. */
export function* peopleOf(plan: Plan, from: number, to: number, loans = loansTo(plan.today, plan.seed)): Generator<Person> {
  const { first, rows, seed, today, until } = plan;
  const random = randomFrom(seed, first + from);
  const ofRecords = randomFrom(~seed, first + from);
  const stories = sampleOf(rows);
  for (let place = from; place < to; place++) {
    const story = stories.get(place);
    const life = lifeFrom(random, createdAtShare(random, place / rows, until), until, story?.status);
    const ordinal = first + place;
    const customer = customerFrom(random, ordinal, life);
    if (story === undefined) yield personOf(ofRecords, customer, life, { ordinal, until, today, loans });
    else yield told(taleOf(ofRecords, customer, plan), story.tell);
  }
}

type Setting = Pick<Borrower, "ordinal" | "until" | "today" | "loans">;

function personOf(random: Random, customer: CustomerRow, life: Life, setting: Setting): Person {
  const { id, status } = customer;
  const { activeCredits, registeredAt } = life;
  if (registeredAt === null || status === "deleted") return { customer, credits: [], lent: [], violations: [] };
  const cause = causeFrom(random, life);
  const changedAt = changedFor(random, cause, life, setting.until);
  const at = instant(changedAt);
  customer.statusChangedAt = at;
  if (cause === "hold") customer.heldAt = at;
  const isBroken = cause === "violation" || cause === "fraud";
  const worst = cause === "delinquency" ? daysPastDueAfter(status, daysAgo(changedAt, setting.until)) : 0;
  const borrower = { id, registeredAt, ...setting };
  const before = random.chance(repaidShare) ? repaidCredit(random, borrower) : undefined;
  const lent = [...(before ? [before] : []), ...creditsFrom(random, borrower, activeCredits, worst)];
  return {
    customer,
    credits: lent.map(({ credit }) => credit),
    lent,
    violations: isBroken ? [violationFrom(random, id, cause === "fraud", at)] : [],
  };
}

/** Of how many there is a credit that they have paid. */
const repaidShare = 0.03;

function told(tale: Tale, tell: (tale: Tale) => void): Person {
  const { customer, credits, violations } = tale;
  tell(tale);
  balance(tale);
  settleMinimums(tale);
  customer.activeCredits = credits.filter(({ status }) => status === "active").length;
  return { customer, credits, lent: [], violations, tale };
}
