import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { isMinimumPast } from "#db/books/minimum";
import { paidSince } from "#db/facts/paid-since";
import type { Sight } from "#db/facts/sight";
import { anyCredit } from "#db/facts/standing";
import { consequencesOf, type Situation } from "#lib/domain/consequences";
import { addDays } from "#lib/domain/day";

type Measure = Omit<Sight, "db">;
type Account = Situation["accounts"][number];
type Credit = Situation["credits"][number];
type CreditFacts = Pick<Credit, "status" | "closedBy" | "wasNotedWhole"> & { isWithin: boolean };
type PromiseFacts = { isPaid: boolean; isPast: boolean; isProductActive: boolean };
type AccountFacts = Omit<Account, "code" | "unmetDays"> & { unmetDays: number | null };

/** Records of customers, by `customer_id`, their `code` and the `facts` on which their own automatic moves depend, and no others. */
type LooseEnd = { rows: SQL; situation: (facts: never, measure: Measure) => Partial<Situation> };

export const looseEnds = {
  credit: {
    rows: sql`select k.customer_id, k.code, jsonb_build_object('status', k.status, 'closedBy', k.closed_by,
        'isWithin', k.outstanding_minor <= p.tolerance_minor, 'wasNotedWhole', k.was_noted_whole) as facts
      from credits k join offers o on o.id = k.offer_id join products p on p.id = o.product_id`,
    situation: ({ isWithin, ...facts }: CreditFacts) => ({
      credits: [{ ...anyCredit, ...facts, outstandingMinor: isWithin ? 0n : 1n, delinquentDays: 0, code: "" }],
    }),
  },
  promise: {
    rows: sql`select x.customer_id, x.code, jsonb_build_object('isPast', x.due_on < b.business_date,
        'isProductActive', p.status = 'enabled', 'isPaid', x.amount_minor <= ${paidSince(sql`x`)}) as facts
      from promises x cross join projects b left join credits k on k.id = x.credit_id left join offers o on o.id = k.offer_id
        left join accounts a on a.id = x.account_id join products p on p.id = coalesce(o.product_id, a.product_id)
      where x.status = 'open'`,
    situation: ({ isPaid, isPast, isProductActive }: PromiseFacts, { businessDate }: Measure) => ({
      promises: [
        {
          ...({ code: "", status: "open", amountMinor: 1n, paidMinor: isPaid ? 1n : 0n, isProductActive } as const),
          dueOn: isPast ? addDays(businessDate, -1) : businessDate,
        },
      ],
    }),
  },
  account: {
    rows: sql`select a.customer_id, a.code, jsonb_build_object('status', a.status, 'isHeld', a.held_at is not null,
        'unmetDays', case when ${isMinimumPast(sql`a`, sql`b.business_date`)} then b.business_date - a.minimum_due_on end,
        'isProductActive', p.status = 'enabled') as facts
      from accounts a cross join projects b join products p on p.id = a.product_id`,
    situation: ({ unmetDays, ...facts }: AccountFacts) => ({
      accounts: [{ ...facts, unmetDays: unmetDays ?? undefined, code: "" }],
    }),
  },
} satisfies Record<string, LooseEnd>;

/** The event that follows for a record with these facts; undefined where none does. */
export function eventOf(kind: keyof typeof looseEnds, facts: object, measure: Measure): string | undefined {
  const { situation }: LooseEnd = looseEnds[kind];
  const nothing = { credits: [], promises: [], accounts: [] };
  return consequencesOf({ ...measure, customer: nobody, ...nothing, ...situation(facts as never, measure) })[0]?.event;
}

/** Of whom no rule moves anything. */
const nobody = { code: "", status: "deleted", missing: [], isHeld: false, openViolations: 0, openFraud: 0 } as const;
