import "server-only";
import { sql } from "drizzle-orm";
import { type Tx, transaction } from "#db/client";
import type { Unfinished } from "#db/close-day/begin";
import { note } from "#db/close-day/note";
import type { Step } from "#db/close-day/step";
import { findSight } from "#db/read/rules";
import type { Day } from "#lib/domain/day";

const batchSize = 5_000;

/**
 * Counts the days of the credits that are past due and of which nothing else changes. Of the days since they were last
 * counted those are paused on which the credit was in dispute or its product inactive (`figuresOf` of its book says the same).
 */
export const age: Step = async ({ close, stopping, onBatch }) => {
  const next = async (batch: Batch) => {
    stopping.throwIfAborted();
    const { aged, last } = await ageBatch(close, batch);
    onBatch(aged);
    return last;
  };
  for (let last: string | null = "0"; last !== null; ) last = await next({ after: last, most: batchSize, isPatient: false });
  // Those that somebody else had locked, one at a time: who waits for one holds no other.
  while ((await next({ after: "0", most: 1, isPatient: true })) !== null);
};

/** Those whose days are not counted up to a date. */
export const behind = (date: Day) => sql`past_due_since is not null and days_past_due <> ${date}::date - past_due_since`;

type Batch = { after: string; most: number; isPatient: boolean };
/** How many it was, and the number of the last of them. */
type Aged = { aged: number; last: string | null };

function ageBatch(close: Unfinished, batch: Batch): Promise<Aged> {
  return transaction(async (tx) => {
    const counted = await ageNext(tx, close.date, batch);
    if (counted.aged > 0) await note(tx, close, counted.aged, { aged: counted.aged });
    return counted;
  });
}

async function ageNext(tx: Tx, date: Day, { after, most, isPatient }: Batch): Promise<Aged> {
  const { rules } = await findSight(tx);
  const grace = rules.delinquencyGraceDays;
  const { rows } = await tx.execute<Aged>(sql`
    with late as (
      select id, number, offer_id, status, past_due_since, ${date}::date - past_due_since - days_past_due as more
      from credits where ${behind(date)} and number > ${after}::bigint order by number limit ${most}
      for no key update ${isPatient ? sql`` : sql`skip locked`}),
    counted as (
      select late.id, late.number, late.more, case late.status when 'in_dispute' then late.more else ${stoppedDays(date)} end as paused
      from late join offers o on o.id = late.offer_id),
    aged as (
      update credits k set days_past_due = k.days_past_due + more, paused_days = k.paused_days + paused,
        delinquent_days = greatest(0, k.days_past_due + more - ${grace}::int - k.paused_days - paused)
      from counted where counted.id = k.id returning counted.number)
    select count(*)::int as aged, max(number)::text as last from aged`);
  return rows[0] ?? { aged: 0, last: null };
}

/** Of the last `more` days before a date, those on which the product was stopped. */
const stoppedDays = (date: Day) => sql`(
  select coalesce(sum(greatest(0, least(coalesce(s.until_on, ${date}::date), ${date}::date)
    - greatest(s.from_on, ${date}::date - late.more))), 0)::int
  from product_stops s where s.product_id = o.product_id)`;
