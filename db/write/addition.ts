import "server-only";
import type { Tx } from "#db/client";
import type { Deed } from "#db/write/history";
import { type Outcome, writeOnce } from "#db/write/once";
import type { Attempt } from "#db/write/permission";
import type { Actor } from "#lib/domain/actor";

/** What a form made: the ID of the record. */
export type Added = Outcome<{ code: string }>;

/** A form that makes a record: who may, all that it says, and its key. */
export type Addition = Pick<Attempt, "needs" | "module"> & { said: unknown; key: string };

/** Makes a record as a form asks, once for its key. */
export function add(
  actor: Actor,
  { needs, module, said, key }: Addition,
  write: (tx: Tx) => Promise<{ code: string; deed: Deed }>,
): Promise<Added> {
  return writeOnce(actor, { needs, module }, { key, body: { needs, said } }, async (tx) => {
    const { code, deed } = await write(tx);
    return { came: { code }, deeds: [deed] };
  });
}
