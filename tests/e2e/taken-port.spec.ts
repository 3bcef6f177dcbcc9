import { startChild } from "#bin/child";
import { expect, origin, test } from "#tests/e2e/app";
import { environmentOf } from "#tests/e2e/second-app";

test("a server whose port is taken ends, and says so", async () => {
  const env = environmentOf(origin, process.env["E2E_DATABASE_URL"] ?? "");
  const starting = startChild({ script: "serve.ts", readyLine: "listening", env }, AbortSignal.timeout(40_000));
  await expect(starting).rejects.toThrow("bin/serve.ts ended by itself (code 1).");
});
