import { randomUUID } from "node:crypto";
import pg from "pg";
import { formOf } from "#tests/bench/action";
import type { App, Bench } from "#tests/bench/app";
import { counted, type Figure } from "#tests/bench/figure";
import { cpuMs } from "#tests/bench/process";

const clients = 8;
const warming = 10;
const seconds = 20;
const most = 20_000;

type Owed = { code: string; amount: string; day: string };
type Spent = { server: number; database: Map<number, number>; clients: number };

/** Payments registered and then confirmed a second, each by the two forms of its pages, and what one costs whom. */
export async function payments({ app, databaseUrl }: Bench): Promise<Figure[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const owed = await owedIn(pool);
    const pay = await payerOf(app, take(owed));
    await payFor(warming, owed, pay.pay);
    const before = await spentBy(app, pool);
    const { done, rate } = await payFor(seconds, owed, pay.pay);
    const each = costOf(before, await spentBy(app, pool), done);
    pay.end();
    return [
      {
        what: `payments a second by ${clients} clients, registered by one form and confirmed by another`,
        measured:
          `${counted(rate)}/s (CPU each: server ${each.server.toFixed(1)} ms, whose one thread ends at ` +
          `${counted(1000 / each.server)}/s, database ${each.database.toFixed(1)} ms, clients ${each.clients.toFixed(1)} ms)`,
        goal: "≥ 150/s",
        isMet: rate >= 150,
      },
    ];
  } finally {
    await pool.end();
  }
}

/** Registers what is due of a credit and confirms it, as the forms of their two pages ask. */
async function payerOf(app: App, first: Owed) {
  const address = ({ code }: Owed) => `/credits/${code}/payments/new`;
  const registering = await formOf(app, address(first), 'class="profile-form payment-form"');
  const register = async (owed: Owed) => {
    const said = { intent: "announce", type: "voluntary", channel: "platform", payoff: "" };
    return led(await registering.post(address(owed), { ...said, ...owed, key: randomUUID() }));
  };
  const confirming = await formOf(app, await register(first), 'id="act-confirm"');
  return {
    pay: async (owed: Owed) => {
      const made = await register(owed);
      const said = { entity: "pre_payment", code: made.split("/").at(-1) ?? "", event: "confirm", moves: "0" };
      led(await confirming.post(made, { ...said, key: randomUUID(), reason: "", comment: "" }));
    },
    end: () => {
      registering.end();
      confirming.end();
    },
  };
}

function led({ status, location }: { status: number; location: string }): string {
  if (status !== 303) throw new Error(`a form of a payment was answered ${status}`);
  return location;
}

/** Each client pays one after the other. */
async function payFor(duration: number, owed: Owed[], pay: (one: Owed) => Promise<void>) {
  const startedAt = performance.now();
  let done = 0;
  const client = async () => {
    for (; performance.now() - startedAt < duration * 1000; done++) await pay(take(owed));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { done, rate: (done * 1000) / (performance.now() - startedAt) };
}

function take(owed: Owed[]): Owed {
  const one = owed.pop();
  if (one === undefined) throw new Error("there are no credits left to pay");
  return one;
}

/** Of active credits all that is past due, else the next instalment, in whole units of the currency. */
async function owedIn(pool: pg.Pool): Promise<Owed[]> {
  const { rows } = await pool.query<Owed>(
    `SELECT k.code, (due.minor / 100)::text AS amount, j.business_date::text AS day
     FROM credits k JOIN customers c ON c.id = k.customer_id JOIN offers o ON o.id = k.offer_id
       JOIN products p ON p.id = o.product_id CROSS JOIN projects j
       CROSS JOIN LATERAL (SELECT coalesce(nullif(k.amount_past_due_minor, 0), k.next_due_minor) AS minor) AS due
     WHERE k.status = 'active' AND k.account_id IS NULL AND p.status = 'enabled' AND c.status IN ('enabled', 'disabled')
       AND due.minor >= 100 ORDER BY random() LIMIT $1`,
    [most],
  );
  return rows;
}

async function spentBy(app: App, pool: pg.Pool): Promise<Spent> {
  const { user, system } = process.cpuUsage();
  const { rows } = await pool.query<{ pid: number }>("SELECT pid FROM pg_stat_activity");
  // One that has just ended has no time any more.
  const database = new Map(rows.map(({ pid }) => [pid, cpuMs(pid) || 0]));
  return { server: cpuMs(app.pid), database, clients: (user + system) / 1000 };
}

/** Milliseconds of CPU for each of so many payments; PostgreSQL's are of all its processes that are there at the end. */
function costOf(before: Spent, after: Spent, count: number) {
  const database = [...after.database].reduce((sum, [pid, ms]) => sum + ms - (before.database.get(pid) ?? 0), 0);
  return {
    server: (after.server - before.server) / count,
    database: database / count,
    clients: (after.clients - before.clients) / count,
  };
}
