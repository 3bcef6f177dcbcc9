import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { root } from "#bin/folder";
import { runTool, scratch, type Tally } from "#bin/test/program";

const parts = { types, style, layers, unused, migrations };

/** Everything that can be said of the sources without running them; each part counts as one test. */
export async function check(): Promise<Tally> {
  const outcomes = await Promise.all(
    Object.entries(parts).map(async ([name, part]) => {
      const { isGood, words } = await part();
      console.log(isGood ? `  ${name} passed` : `  ${name} FAILED\n${words}`);
      return isGood;
    }),
  );
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed };
}

async function types() {
  const generated = await runTool("next", ["typegen"]);
  return generated.isGood ? runTool("tsc", ["--noEmit"]) : generated;
}

function style() {
  return runTool("biome", ["check", "--config-path=tests/config/style.json", "--error-on-warnings", "."]);
}

function layers() {
  return runTool("depcruise", ["--config", "tests/config/layers.cjs", "app", "bin", "components", "db", "lib", "tests"]);
}

function unused() {
  return runTool("knip", ["--config", "tests/config/knip.json"]);
}

/** In a copy: what the schema says and the migrations do not would come out as one more migration. */
async function migrations() {
  const copy = join(scratch, "migrations");
  mkdirSync(copy);
  for (const name of ["package.json", "tsconfig.json", "drizzle.config.ts", "db", "lib"])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const { isGood, words } = await runTool("drizzle-kit", ["generate"], { cwd: copy });
  const filesIn = (tree: string) => readdirSync(join(tree, "db/migrations")).join();
  return { isGood: isGood && filesIn(copy) === filesIn(root), words };
}
