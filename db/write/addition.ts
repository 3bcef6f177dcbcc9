import "server-only";
import type { Tx } from "#db/client";
import type { Asker } from "#db/move/asker";
import type { Deed } from "#db/write/history";
import { type Outcome, writeOnce } from "#db/write/once";
import type { Attempt } from "#db/write/permission";

/** What a form made: the ID of the record. */
export type Added = Outcome<{ code: string }>;

/** A form that makes a record: who may, all that it says, and its key. */
export type Addition = Pick<Attempt, "needs" | "module"> & { said: unknown; key: string };

/** Makes a record as a form asks, once for its key. */
export function add<Opened = undefined>(
  asker: Asker,
  { needs, module, said, key }: Addition,
  write: (tx: Tx, opened: Opened) => Promise<{ code: string; deed: Deed }>,
  open?: (tx: Tx) => Promise<Opened>,
): Promise<Added> {
  const make = async (tx: Tx, opened: Opened) => {
    const { code, deed } = await write(tx, opened);
    return { came: { code }, deeds: [deed] };
  };
  return writeOnce(asker, { needs, module }, { key, body: { needs, said } }, make, open);
}
