import "server-only";
import { currentWay } from "#app/way";
import { previewReversal } from "#db/read/reversal-preview";
import type { Permission } from "#lib/domain/actor";
import { type ShownForeseen, wordForeseen } from "#lib/foreseen/words";

type Reversible = {
  record: { code: string };
  moves: { possible: readonly { event: string }[]; pending: readonly unknown[] };
  may: (permission: Permission) => boolean;
};

/** What reversing a payment would change, to whoever could ask for it or decide it; undefined where it cannot be. */
export async function openReversal({ record, moves, may }: Reversible): Promise<ShownForeseen | undefined> {
  const isPossible = moves.pending.length > 0 || moves.possible.some(({ event }) => event === "reverse");
  const foreseen = may("payment:operate") && isPossible ? await previewReversal(record.code) : undefined;
  return foreseen && wordForeseen(foreseen, await currentWay());
}
