import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client";
import { question } from "#db/question";
import { customerKeys } from "#db/schema/customer-key";

const algorithm = "aes-256-gcm";
const lengths = { nonce: 12, tag: 16, key: 32 };

/** Words that are personal, under the customer's key; undefined of a customer who is erased, whose key is gone. */
export async function seal(tx: Tx, customerId: string, words: string): Promise<Buffer | undefined> {
  const kept = await keyOf(tx, customerId);
  const key = kept === undefined ? await newKey(tx, customerId) : kept;
  if (!key) return undefined;
  const nonce = randomBytes(lengths.nonce);
  const cipher = createCipheriv(algorithm, key, nonce);
  const sealed = Buffer.concat([cipher.update(words, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** A reader of what is sealed under a customer's key; it answers undefined for all once the key is gone. */
export async function unsealer(db: Db | Tx, customerId: string): Promise<(sealed: Buffer) => string | undefined> {
  const key = await keyOf(db, customerId);
  return (sealed) => {
    if (!key) return undefined;
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, lengths.nonce));
    decipher.setAuthTag(sealed.subarray(lengths.nonce, lengths.nonce + lengths.tag));
    return decipher.update(sealed.subarray(lengths.nonce + lengths.tag), undefined, "utf8") + decipher.final("utf8");
  };
}

/** Destroys a customer's key, and with it all that is sealed under it; no other is ever made for them. */
export async function destroyKey(tx: Tx, customerId: string): Promise<void> {
  const gone = { key: null, destroyedAt: sql`now()` };
  await tx
    .insert(customerKeys)
    .values({ customerId, ...gone })
    .onConflictDoUpdate({ target: customerKeys.customerId, set: gone });
}

async function keyOf(db: Db | Tx, customerId: string): Promise<Buffer | null | undefined> {
  const [found] = await askKey(db, { customerId });
  return found?.key;
}

const askKey = question<{ key: Buffer | null }>(
  "customer_key",
  sql`select key from customer_keys where customer_id = ${sql.placeholder("customerId")}`,
);

async function newKey(tx: Tx, customerId: string): Promise<Buffer | null | undefined> {
  await tx
    .insert(customerKeys)
    .values({ customerId, key: randomBytes(lengths.key) })
    .onConflictDoNothing();
  return keyOf(tx, customerId);
}
