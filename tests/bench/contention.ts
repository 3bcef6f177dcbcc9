import pg from "pg";
import { actionOf, type Person } from "#tests/bench/action";
import { type App, type Bench, startApp } from "#tests/bench/app";
import type { Figure } from "#tests/bench/figure";
import { peopleIn } from "#tests/bench/transition";

const rounds = 100;
const parallel = 50;

/** Conflicting events on one record at once, and the server killed in the middle of a stream of transitions. */
export async function contention({ app, databaseUrl }: Bench, port: number): Promise<Figure[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  try {
    return [await conflicts(app, pool), await killed(await startApp(port, databaseUrl), pool)];
  } finally {
    await pool.end();
  }
}

async function conflicts(app: App, pool: pg.Pool): Promise<Figure> {
  const [person] = await peopleIn(pool, 1);
  if (person === undefined) throw new Error("nobody to move");
  const action = await actionOf(app, person.code);
  let faults = 0;
  for (let round = 0; round < rounds; round++) {
    const event = person.status === "enabled" ? "disable" : "enable";
    const answers = await Promise.all(Array.from({ length: parallel }, () => action.post(person, event)));
    const winners = answers.filter(({ status }) => status === 303).length;
    const told = answers.filter(({ status }) => status === 409).length;
    if (winners !== 1 || told !== parallel - 1) faults++;
    Object.assign(person, await stateOf(pool, person));
  }
  action.end();
  const lost = await unaccounted(pool, person);
  return {
    what: `${parallel} conflicting events on one record at once, ${rounds} rounds: rounds without exactly one winner, moves unaccounted for`,
    measured: `${faults}, ${lost}`,
    goal: "0, 0",
    isMet: faults === 0 && lost === 0,
  };
}

async function killed(app: App, pool: pg.Pool): Promise<Figure> {
  const people = await peopleIn(pool, 8);
  const answered = new Map(people.map(({ id, moves }) => [id, moves]));
  const before = people.reduce((sum, { moves }) => sum + moves, 0);
  const action = await actionOf(app, people[0]?.code ?? "");
  const streams = people.map(async (person) => {
    for (;;) {
      const event = person.status === "enabled" ? "disable" : "enable";
      const answer = await action.post(person, event).catch(() => undefined);
      if (answer?.status !== 303) return;
      person.status = person.status === "enabled" ? "disabled" : "enabled";
      answered.set(person.id, ++person.moves);
    }
  });
  setTimeout(() => process.kill(app.pid, "SIGKILL"), 2_000);
  await Promise.all(streams);
  action.end();
  await app.stop();
  await pool.query("SELECT pg_sleep(1)");
  let [missing, half, made] = [0, 0, -before];
  for (const person of people) {
    const { moves } = await stateOf(pool, person);
    const known = answered.get(person.id) ?? 0;
    made += known;
    // What was committed as the server died may have gone unanswered: one at most for each client.
    if (moves < known || moves > known + 1) missing++;
    half += await unaccounted(pool, person);
  }
  return {
    what: `server killed (SIGKILL) amid ${made} answered transitions: answered ones missing, half-made ones`,
    measured: `${missing}, ${half}`,
    goal: "0, 0",
    isMet: missing === 0 && half === 0,
  };
}

async function stateOf(pool: pg.Pool, { id }: Person): Promise<Pick<Person, "status" | "moves">> {
  return (await pool.query("SELECT status, moves FROM customers WHERE id = $1", [id])).rows[0];
}

/** How far a record, its transitions and its history are from telling the same number of moves. */
async function unaccounted(pool: pg.Pool, { id, code }: Person): Promise<number> {
  const { rows } = await pool.query(
    `SELECT moves - (SELECT count(*) FROM transitions WHERE record = $1)::int AS unwritten,
       moves - (SELECT count(*) FROM history WHERE record = $2 AND action LIKE 'customer.%')::int AS untold
     FROM customers WHERE id = $1`,
    [id, code],
  );
  return Math.abs(rows[0].unwritten) + Math.abs(rows[0].untold);
}
