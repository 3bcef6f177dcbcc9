import { randomUUID } from "node:crypto";
import pg from "pg";
import { authorize } from "#db/authorize";
import { counted, type Figure } from "#tests/bench/figure";

const clients = 8;
const seconds = 10;
const wallets = 64;
const parallel = 50;
const many = 10_000;

type Card = { card: string; accountId: string };

/** Purchases answered a second through the database layer, and how far many at once go over one account's line. */
export async function authorizations(databaseUrl: string): Promise<Figure[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    return [await speed(pool), await contended(pool)];
  } finally {
    await pool.end();
  }
}

async function speed(pool: pg.Pool): Promise<Figure> {
  const cards = await addCards(pool, wallets, 10n ** 14n);
  await answer(cards, 2);
  const cpu = process.cpuUsage();
  const { answered, elapsed, declined } = await answer(cards, seconds);
  const { user, system } = process.cpuUsage(cpu);
  const rate = answered / elapsed;
  const perAnswer = (user + system) / 1000 / answered;
  return {
    what: `purchases approved or declined a second by ${clients} clients`,
    measured: `${counted(rate)}/s (${counted(declined)} of ${counted(answered)} declined; ${perAnswer.toFixed(2)} ms of the server's CPU each)`,
    goal: "≥ 300/s",
    isMet: rate >= 300,
  };
}

/** Each client one after the other, with any card; every fourth asks for more than there is. */
async function answer(cards: readonly Card[], duration: number) {
  const startedAt = performance.now();
  let [answered, declined] = [0, 0];
  const client = async () => {
    while (performance.now() - startedAt < duration * 1000) {
      const amountMinor = answered % 4 === 0 ? 10n ** 15n : BigInt(1 + Math.floor(Math.random() * 500)) * 100n;
      if (!(await isApproved(any(cards), amountMinor))) declined++;
      answered++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { answered, declined, elapsed: (performance.now() - startedAt) / 1000 };
}

async function contended(pool: pg.Pool): Promise<Figure> {
  const line = 1_000_000_00n;
  const cards = await addCards(pool, 1, line);
  const one = any(cards);
  let [left, approved] = [many, 0n];
  const client = async () => {
    while (left-- > 0) {
      const amountMinor = BigInt(1 + Math.floor(Math.random() * 400)) * 100n;
      if (await isApproved(one, amountMinor)) approved += amountMinor;
    }
  };
  await Promise.all(Array.from({ length: parallel }, client));
  const { rows } = await pool.query<{ held: string; debt: string; pending: string }>(
    `SELECT authorized_minor AS held, debt_minor AS debt,
       (SELECT coalesce(sum(amount_minor), 0) FROM pre_loans WHERE account_id = a.id AND status = 'pending') AS pending
     FROM accounts a WHERE id = $1`,
    [one.accountId],
  );
  const [held, debt, pending] = [rows[0]?.held, rows[0]?.debt, rows[0]?.pending].map((text) => BigInt(text ?? -1));
  const isWithin = held !== undefined && debt !== undefined && held + debt <= line && held === approved && pending === held;
  return {
    what: `${counted(many)} purchases of one account, ${parallel} at once: holds and debt of its line`,
    measured: `${counted(Number((held ?? 0n) + (debt ?? 0n)) / 100)} of ${counted(Number(line) / 100)}`,
    goal: "never over",
    isMet: isWithin,
  };
}

async function isApproved({ card }: Card, amountMinor: bigint): Promise<boolean> {
  const message = { card, externalId: randomUUID(), amountMinor, currency: "COP", merchant: "Bench", at: "2026-03-15T15:00:00Z" };
  const answered = await authorize({ subject: "bench", email: "bench", role: null, ip: "" }, message);
  if (!answered.ok) throw new Error(`a purchase was not answered: ${answered.refusals[0].rule}`);
  return answered.outcome === "approved";
}

function any(cards: readonly Card[]): Card {
  const card = cards[Math.floor(Math.random() * cards.length)];
  if (card === undefined) throw new Error("there are no cards");
  return card;
}

/** Active cards, each of an account and a customer of its own, of one product in the project's currency. */
async function addCards(pool: pg.Pool, count: number, line: bigint): Promise<Card[]> {
  const terms = JSON.stringify({ annualRate: "24", method: "equal_instalments", every: 1, unit: "month" });
  const { rows } = await pool.query<Card>(
    `WITH product AS (INSERT INTO products (kind, name, decimals) VALUES ('card', 'Bench', 2) RETURNING id),
      offer AS (INSERT INTO offers (product_id, name, status, terms) SELECT id, 'Bench', 'enabled', $3 FROM product RETURNING id),
      people AS (INSERT INTO customers (status, first_name, last_name, registered_at)
        SELECT 'enabled', 'Bench', each::text, now() FROM generate_series(1, $1::int) AS each RETURNING id),
      opened AS (INSERT INTO accounts (customer_id, product_id, credit_line_minor, closing_day, due_day)
        SELECT people.id, product.id, $2, 20, 5 FROM people, product RETURNING id),
      issued AS (INSERT INTO cards (account_id, kind, last_four, status) SELECT id, 'virtual', '0000', 'active' FROM opened
        RETURNING account_id, code)
     SELECT code AS card, account_id AS "accountId" FROM issued`,
    [count, line, terms],
  );
  return rows;
}
