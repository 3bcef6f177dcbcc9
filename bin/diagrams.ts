import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#bin/folder";
import { withDiagrams } from "#bin/readme";

const file = join(root, "README.md");
writeFileSync(file, withDiagrams(readFileSync(file, "utf8")));
