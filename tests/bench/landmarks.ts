import pg from "pg";

/** The customer in the middle of the list, what stands before the @ of an e-mail that nobody else has, and a month a year ago. */
export async function landmarksOf(databaseUrl: string): Promise<{ middle: string; rare: string; from: string; to: string }> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const among = "FROM customers WHERE status IN ('enabled', 'disabled', 'blocked') ORDER BY onboarded_at DESC, id DESC";
    const { rows } = await client.query(`
      SELECT
        (SELECT code ${among} OFFSET (SELECT count(*) / 2 FROM customers WHERE status IN ('enabled', 'disabled', 'blocked')) LIMIT 1) AS middle,
        (SELECT split_part(email, '@', 1) FROM (SELECT email ${among} OFFSET 20000 LIMIT 200) AS candidates
          WHERE (SELECT count(*) FROM customers WHERE search LIKE anywhere(split_part(candidates.email, '@', 1))) = 1 LIMIT 1) AS rare,
        (business_date - 395)::text AS from, (business_date - 365)::text AS to
      FROM projects`);
    return rows[0];
  } finally {
    await client.end();
  }
}
