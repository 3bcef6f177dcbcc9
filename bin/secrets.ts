import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const names = ["postgresSuperuser", "postgresRole", "postgresApp", "identityProviderClient", "session"] as const;
export type Secrets = Record<(typeof names)[number], string>;

/** The secrets of this data folder, made when first asked for and kept in a file that only its owner reads. */
export function secretsIn(folder: string): Secrets {
  // Whatever the umask: the user who runs PostgreSQL has to pass through.
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o711);
  const file = join(folder, "secrets.json");
  const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = names.filter((name) => !kept[name]);
  if (missing.length === 0) return kept as Secrets;

  const fresh = Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")]));
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...kept, ...fresh }, null, 2)}\n`, { mode: 0o600 });
  if (existsSync(file)) renameSync(draft, file);
  else keepFirst(draft, file);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Of two that start at once, the first one's secrets count for both. */
function keepFirst(draft: string, file: string) {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}
