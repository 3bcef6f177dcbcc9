import { sql } from "drizzle-orm";
import { db } from "#db/client";
import type { Bench } from "#tests/bench/app";
import { type Figure, ms, times } from "#tests/bench/figure";
import { load, withoutRows } from "#tests/bench/first-page";
import { byTurns, median, ratio } from "#tests/bench/times";

const credits = 50;
const payments = 500;
const rounds = 5;

/** What the profile of a customer with much costs the server, over the least page of a list. */
export async function profile({ app }: Bench): Promise<Figure[]> {
  const code = await addMuch();
  const headers = { cookie: app.browser.cookie() };
  const variants = {
    profile: () => load({ url: `${app.url}/customers/${code}`, pid: app.pid, headers }),
    floor: () => load({ url: app.url + withoutRows, pid: app.pid, headers }),
  };
  await byTurns(1, variants);
  const loads = await byTurns(rounds, variants);
  const [ours, floor] = [loads.profile.map(({ cpuMs }) => cpuMs), loads.floor.map(({ cpuMs }) => cpuMs)];
  const over = ratio(ours, floor);
  return [
    {
      what: `profile of a customer with ${credits} credits and ${payments} payments over the least page`,
      measured: `CPU ${times(over)} (${ms(median(ours))}; ${ms(median(floor))})`,
      goal: "≤ 2.00 ×",
      isMet: over <= 2,
    },
  ];
}

/** A customer of no one's seed, with credits like one that is there and ten payments of each. */
async function addMuch(): Promise<string> {
  const found = await db.execute<{ code: string }>(sql`
    with person as (
      insert into customers (status, first_name, last_name, registered_at, active_credits)
      values ('enabled', 'Mucho', 'Crédito', now(), ${credits}::int) returning id, code),
    lent as (
      insert into credits (customer_id, offer_id, terms_id, instalments, amount_minor, outstanding_minor, disbursed_on)
      select person.id, k.offer_id, k.terms_id, k.instalments, k.amount_minor, k.outstanding_minor, k.disbursed_on
      from person, generate_series(1, ${credits}::int),
        (select * from credits where status = 'active' and days_past_due = 0 order by id limit 1) as k
      returning id, customer_id, disbursed_on),
    paid as (
      insert into payments (customer_id, credit_id, amount_minor, type, paid_on)
      select customer_id, id, 100000, 'voluntary', disbursed_on + each from lent, generate_series(1, ${payments / credits}::int) as each
      returning id, credit_id, amount_minor),
    parts as (insert into payment_parts select id, credit_id, amount_minor from paid)
    select code from person`);
  const [person] = found.rows;
  if (person === undefined) throw new Error("nobody was added");
  return person.code;
}
