import pg from "pg";
import { actionOf, type Person } from "#tests/bench/action";
import type { Bench } from "#tests/bench/app";
import type { Figure } from "#tests/bench/figure";
import { times } from "#tests/bench/figure";
import { median } from "#tests/bench/times";

const clients = 8;
const seconds = 10;
const rounds = 5;
/** Until then the server's compiler is still at work, and a transition costs half as much again. */
const warming = 25;

/** Transitions a second through the server action, beside the same statements by plain node + pg. */
export async function transitions({ app, databaseUrl }: Bench): Promise<Figure[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  try {
    const people = await peopleIn(pool, clients);
    const action = await actionOf(app, people[0]?.code ?? "");
    const throughAction = (person: Person) => async () => {
      const { status } = await action.post(person, person.status === "enabled" ? "disable" : "enable");
      if (status !== 303) throw new Error(`a transition was answered ${status}`);
      turn(person);
    };
    const bySql = (person: Person) => () => plain(pool, person).then(() => turn(person));
    await rate(people.map(throughAction), warming);
    const found = [];
    for (let round = 0; round < rounds; round++)
      found.push({ ours: await rate(people.map(throughAction), seconds), plain: await rate(people.map(bySql), seconds) });
    action.end();
    const ours = median(found.map((round) => round.ours));
    const theirs = median(found.map((round) => round.plain));
    const ratio = ours / theirs;
    return [
      {
        what: `transitions a second by ${clients} clients: server action, plain SQL, ratio`,
        measured: `${Math.round(ours)}, ${Math.round(theirs)}, ${times(ratio)}`,
        goal: "≥ 0.50 ×",
        isMet: ratio >= 0.5,
      },
    ];
  } finally {
    await pool.end();
  }
}

/** Enabled customers of nobody else, whom nothing keeps from being disabled and enabled again. */
export async function peopleIn(pool: pg.Pool, count: number): Promise<Person[]> {
  const { rows } = await pool.query<Person>(
    `SELECT id, code, moves, status FROM customers c WHERE status = 'enabled' AND active_credits = 0 AND held_at IS NULL
       AND NOT EXISTS (SELECT FROM violations WHERE customer_id = c.id) ORDER BY random() LIMIT $1`,
    [count],
  );
  if (rows.length < count) throw new Error("too few customers to move");
  return rows;
}

function turn(person: Person) {
  person.status = person.status === "enabled" ? "disabled" : "enabled";
  person.moves += 1;
}

/** How many a second, each client doing one after the other. */
async function rate(works: (() => Promise<void>)[], duration: number): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  const client = async (work: () => Promise<void>) => {
    while (performance.now() - startedAt < duration * 1000) {
      await work();
      done++;
    }
  };
  await Promise.all(works.map(client));
  return (done * 1000) / (performance.now() - startedAt);
}

const statements = {
  lock: "SELECT status, moves FROM customers WHERE id = $1 FOR NO KEY UPDATE",
  transition: `INSERT INTO transitions (entity, record, seq, event, from_status, to_status) VALUES ('customer', $1, $2, $3, $4, $5)`,
  update: "UPDATE customers SET status = $2, held_at = $3, moves = moves + 1, status_changed_at = now() WHERE id = $1",
  history: `INSERT INTO history (subject, email, role, ip, action, module, record, customer, details)
    VALUES ('bench', 'bench@demo.example', 'super_admin', '127.0.0.1', $1, 'customers', $2, $2, $3)`,
};

async function plain(pool: pg.Pool, { id, code }: Person): Promise<void> {
  const client = await pool.connect();
  const ask = (name: keyof typeof statements, values: unknown[]) => client.query({ name, text: statements[name], values });
  try {
    await client.query("BEGIN");
    const { status: from, moves } = (await ask("lock", [id])).rows[0];
    const isDisabling = from === "enabled";
    const [event, to] = isDisabling ? ["disable", "disabled"] : ["enable", "enabled"];
    await ask("transition", [id, moves + 1, event, from, to]);
    await ask("update", [id, to, isDisabling ? new Date() : null]);
    await ask("history", [`customer.${event}`, code, JSON.stringify({ from, to, reason: "mistake" })]);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}
