import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "#bin/folder";
import { withDiagrams } from "#bin/readme";
import { edgesOf, type Machine } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";

const readme = readFileSync(join(root, "README.md"), "utf8");
const marked = "<!-- diagrams -->\nolder\n<!-- /diagrams -->\nmore\n";

test("the README's diagrams are those of the machines (npm run diagrams)", () => {
  expect(readme).toBe(withDiagrams(readme));
});

test("a README that says otherwise is put right, and what stands around the diagrams is kept", () => {
  const written = withDiagrams(marked);
  expect(written).not.toContain("older");
  expect(written).toMatch(/^<!-- diagrams -->\n<details>[\s\S]*<\/details>\n<!-- \/diagrams -->\nmore\n$/);
  expect(withDiagrams(written)).toBe(written);
});

test("a README without the marks is an error", () => {
  expect(() => withDiagrams("# Cartera")).toThrow("marks");
});

test.each(entities)("every way of the %s machine is in its diagram", (entity) => {
  const [diagram = ""] = new RegExp(`<summary>${entity}</summary>[\\s\\S]*?</details>`).exec(readme) ?? [];
  const drawn = [...diagram.matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)].map(([, from = "", to = "", event = ""]) => ({
    event,
    from: from.replace(/_$/, ""),
    to: to.replace(/_$/, ""),
  }));
  expect(drawn).toEqual(edgesOf(machines[entity] as unknown as Machine<string, string, never>));
});
