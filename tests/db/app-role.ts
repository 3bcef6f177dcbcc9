import pg from "pg";
import { afterAll } from "vitest";
import { migrateDatabase } from "#bin/database";
import { useTestCluster } from "#tests/db/harness";

const cluster = await useTestCluster();
const name = new URL(process.env["DATABASE_URL"] ?? "").pathname.slice(1);
await migrateDatabase(cluster.url(name), cluster.appUrl(name));

/** The tests' own database as the app's role reaches it, which owns nothing, and as its owner does. */
export const appUrl = cluster.appUrl(name);
export const app = new pg.Client(appUrl);
export const owner = new pg.Client(cluster.url(name));
await Promise.all([app.connect(), owner.connect()]);

afterAll(async () => {
  await Promise.all([app.end(), owner.end()]);
  await cluster.release();
});

/** Runs in a transaction of the app's, which is undone when it fails. */
export async function within(run: () => Promise<unknown>): Promise<void> {
  await app.query("begin");
  try {
    await run();
    await app.query("commit");
  } catch (error) {
    await app.query("rollback");
    throw error;
  }
}
