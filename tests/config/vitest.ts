import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

type Settings = TestProjectInlineConfiguration["test"];
const project = (name: string, test: Settings) => ({ extends: true, root: fromRoot("."), test: { name, ...test } }) as const;

export default defineConfig({
  root: fromRoot("."),
  // What the bundler does for the server's side: there the package says nothing.
  resolve: { alias: { "server-only": fromRoot("node_modules/next/dist/compiled/server-only/empty.js") } },
  test: {
    maxWorkers: 2,
    projects: [
      project("unit", {
        include: ["tests/**/*.test.ts"],
        exclude: ["tests/{db,architecture,e2e,bench}/**"],
        testTimeout: 20_000,
      }),
      project("database", {
        include: ["tests/db/**/*.test.ts"],
        globalSetup: ["tests/db/cluster.ts"],
        setupFiles: ["tests/db/own-database.ts"],
        testTimeout: 20_000,
        hookTimeout: 20_000,
      }),
      project("architecture", { include: ["tests/architecture/**/*.test.ts"] }),
    ],
  },
});
