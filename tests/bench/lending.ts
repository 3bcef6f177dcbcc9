import pg from "pg";
import { migrateDatabase } from "#bin/database";
import { type Book, figuresOf } from "#lib/domain/book";
import { addDays, addMonths, type Day } from "#lib/domain/day";
import { defaultTerms, type OfferTerms } from "#lib/domain/offer-terms";
import { components } from "#lib/domain/rules";

const date = "2026-11-22" as Day;
const perThousand = 1_000;
/** Of what the benches lend. */
export const terms: OfferTerms = {
  ...defaultTerms,
  annualRate: "24.5",
  method: "equal_instalments",
  every: 1,
  unit: "month",
  decimals: 0,
};
const lateTerms: OfferTerms = { ...terms, lateRate: "36" };

/**
 * Lends to so many customers one credit each: of a thousand 50 fall past due with the close of the day and 50 are charged
 * late interest by it, 100 grow a day older in arrears, and the others sleep. Each has paid two of twelve instalments.
 */
export async function lend(databaseUrl: string, credits: number): Promise<{ changing: number; ageing: number }> {
  await migrateDatabase(databaseUrl);
  const samples = Array.from({ length: perThousand }, (_, place) => sample(place));
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    for (const statement of statements(credits))
      await client.query(statement, statement.includes("$1") ? [JSON.stringify(samples, textOf)] : []);
    await client.query("vacuum (analyze)");
  } finally {
    await client.end();
  }
  return { changing: credits / 10, ageing: credits / 10 };
}

/** What the one close of such a database counted. */
lend.counts = async (databaseUrl: string): Promise<Record<string, number>> => {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query("select counts from day_closes where finished_at is not null");
  await client.end();
  return rows[0]?.counts ?? {};
};

const textOf = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);

function sample(place: number) {
  const [isDue, isCharged, isLate] = [place < 50, place >= 50 && place < 100, place >= 100 && place < 200];
  // The third instalment, which nobody paid, was due so many days ago.
  const late = isDue ? 0 : isCharged ? 1 + (place % 25) : isLate ? 1 + (place % 25) : -1 - (place % 25);
  const firstDueOn = addMonths(addDays(date, -late), -2, "clamp");
  const book = bookOf(addDays(firstDueOn, -30), firstDueOn, isCharged ? lateTerms : terms);
  const owed = figuresOf(book, { businessDate: date, rules: { delinquencyGraceDays: 0 } }).replayed.instalments;
  const paid = [0, 1].map((at) => ({
    paymentId: `${at}`,
    on: owed[at]?.dueOn ?? firstDueOn,
    amount: (owed[at]?.due.interest ?? 0n) + (owed[at]?.due.principal ?? 0n),
    isPayoff: false,
  }));
  const { figures, replayed } = figuresOf({ ...book, paid }, { businessDate: date, rules: { delinquencyGraceDays: 0 } });
  const allocations = replayed.payments.map(({ allocations: parts }, at) => ({
    at,
    instalment: at + 1,
    interest: parts.find(({ component }) => component === "interest")?.amount ?? 0n,
    principal: parts.find(({ component }) => component === "principal")?.amount ?? 0n,
  }));
  return { place, isCharged, disbursedOn: book.disbursedOn, firstDueOn, ...figures, paid, allocations };
}

const bookOf = (disbursedOn: Day, firstDueOn: Day, agreed: OfferTerms): Book => ({
  ...{ status: "active", amount: 1_200_000_00n, currency: "COP", instalments: 12, disbursedOn, firstDueOn, terms: agreed },
  ...{ collection: components, tolerance: 0n, inheritsDelinquency: false, closedBy: null, closedOn: null, closingNote: 0n },
  ...{ paid: [], lowered: [], disputes: [], stops: [] },
});

const sampled = `(select s.*, k.id as credit_id, k.customer_id from credits k join jsonb_to_recordset($1::jsonb)
  as s (place int, paid jsonb, allocations jsonb) on s.place = k.number % ${perThousand})`;

const statements = (credits: number) => [
  `update projects set business_date = '${date}'`,
  "insert into products (kind, name) values ('credit', 'Bench')",
  "insert into offers (product_id, name, status) select id, 'Bench', 'enabled' from products",
  `insert into terms (hash, settings) values ('false', '${JSON.stringify(terms)}'), ('true', '${JSON.stringify(lateTerms)}')`,
  `insert into customers (status, first_name, last_name, registered_at, active_credits)
    select case when n % ${perThousand} between 50 and 199 then 'disabled' else 'enabled' end, 'Ana', 'Ríos ' || n, now(), 1
    from generate_series(1, ${credits}) as n`,
  `insert into credits (customer_id, offer_id, terms_id, amount_minor, instalments, disbursed_on, first_due_on, outstanding_minor,
      amount_past_due_minor, past_due_since, days_past_due, delinquent_days, next_due_on, next_due_minor, wakes_on)
    select c.id, o.id, t.id, 120000000, 12, s."disbursedOn", s."firstDueOn", s.outstanding, s."amountPastDue", s."pastDueSince",
      s."daysPastDue", s."delinquentDays", s."nextDueOn", s."nextDue", s."wakesOn"
    from (select id, row_number() over (order by number) as n from customers) as c
      join jsonb_to_recordset($1::jsonb) as s (place int, "isCharged" boolean, "disbursedOn" date, "firstDueOn" date,
        outstanding bigint, "amountPastDue" bigint, "pastDueSince" date, "daysPastDue" int, "delinquentDays" int,
        "nextDueOn" date, "nextDue" bigint, "wakesOn" date) on s.place = c.n % ${perThousand}
      join terms t on t.hash = s."isCharged"::text cross join offers o order by c.n`,
  `insert into payments (customer_id, credit_id, amount_minor, type, paid_on)
    select customer_id, credit_id, (p ->> 'amount')::bigint, 'voluntary', (p ->> 'on')::date
    from ${sampled} as k cross join jsonb_array_elements(k.paid) as p order by p ->> 'paymentId', credit_id`,
  "insert into payment_parts (payment_id, credit_id, amount_minor) select id, credit_id, amount_minor from payments",
  `insert into allocations (payment_id, credit_id, instalment, penalty_minor, fee_minor, interest_minor, principal_minor)
    select y.id, y.credit_id, (a ->> 'instalment')::int, 0, 0, (a ->> 'interest')::bigint, (a ->> 'principal')::bigint
    from ${sampled} as k cross join jsonb_array_elements(k.allocations) as a
      join (select id, credit_id, row_number() over (partition by credit_id order by number) - 1 as at from payments) as y
        on y.credit_id = k.credit_id and y.at = (a ->> 'at')::int`,
];
