import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JWK } from "oidc-provider";

type Keys = { signing: JWK; cookies: string };

/** The keys kept in the folder, made on the first start: sign-ins begun before a restart still end well after it. */
export function keysIn(folder: string): Keys {
  const file = join(folder, "identity-provider-keys.json");
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Keys;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "ENOENT") throw problem;
    return writeKeys(folder, file);
  }
}

function writeKeys(folder: string, file: string): Keys {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const signing: JWK = { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" };
  const keys = { signing, cookies: randomBytes(32).toString("base64url") };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
}
