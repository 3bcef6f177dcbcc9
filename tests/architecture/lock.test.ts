import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "#bin/folder";

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
const { packages }: Lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));

test("the lock file holds the packages of every platform, or npm ci refuses it (tests/config/complete-lock.mjs)", () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});
