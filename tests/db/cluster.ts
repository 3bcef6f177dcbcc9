import { templateIn, useTestCluster } from "#tests/db/harness";

/** Runs once around all tests of the database; what it returns runs at the end. */
export async function setup() {
  const cluster = await useTestCluster();
  await templateIn(cluster);
  return cluster.release;
}
