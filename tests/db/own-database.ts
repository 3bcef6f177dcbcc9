import { afterAll } from "vitest";
import { freshDatabase } from "#tests/db/harness";

const database = await freshDatabase();
// Set before a test file imports #db/client, which reads it.
process.env["DATABASE_URL"] = database.url;

afterAll(async () => {
  const { disconnect, pool } = await import("#db/client");
  if (!pool.ended) await disconnect();
  await database.drop();
});
