import { sql } from "drizzle-orm";
import { aborted } from "#bin/aborted";

/** Puts invented customers into a database that has none. */
export async function fillWhenEmpty(customers: number, stopping: AbortSignal): Promise<void> {
  stopping.throwIfAborted();
  const { db, disconnect } = await import("#db/client");
  try {
    const { rowCount } = await db.execute(sql`SELECT FROM customers LIMIT 1`);
    if (rowCount || customers === 0) return;
    console.log(`Filling the database with ${customers} invented customers…`);
    const { seed } = await import("#db/seed/seed");
    const onProgress = everyFewSeconds((done) => console.log(`  ${done} of ${customers}`));
    await Promise.race([seed({ customers, onProgress }), aborted(stopping)]);
  } finally {
    void disconnect();
  }
}

function everyFewSeconds(report: (done: number) => void) {
  let reportedAt = Date.now();
  return (done: number) => {
    if (Date.now() - reportedAt < 5000) return;
    reportedAt = Date.now();
    report(done);
  };
}
