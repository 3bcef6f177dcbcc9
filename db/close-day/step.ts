import type { Unfinished } from "#db/close-day/begin";

/** A close at work; it stops between two batches, and says of each how many records it dealt with. */
export type Working = { close: Unfinished; stopping: AbortSignal; onBatch: (records: number) => void };

/** One of the things that a close does: again and again until there is nothing left of it to do, so that any run ends it. */
export type Step = (working: Working) => Promise<void>;

/** While one waits for the database, the other computes. */
const workers = 2;

/** Has all items dealt with by batches, each a transaction that says how many of them it was for. */
export async function inBatches<Item>(
  { stopping, onBatch }: Working,
  items: readonly Item[],
  size: number,
  deal: (batch: Item[]) => Promise<number>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      stopping.throwIfAborted();
      const batch = items.slice(next, next + size);
      next += size;
      onBatch(await deal(batch));
    }
  };
  const stop = (error: unknown) => {
    next = items.length;
    throw error;
  };
  // Both end before it does, whatever befalls one of them.
  const ends = await Promise.allSettled(Array.from({ length: workers }, () => worker().catch(stop)));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
