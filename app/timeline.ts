import "server-only";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { findConfirmation, listTimeline } from "#db/read/timeline";
import { wordEntry } from "#lib/timeline";
import { isMaking, type Making, wordMaking } from "#lib/timeline/making";

type Whose = { record: string } | { customer: string };

/** The timeline of a record or of a customer as its section is handed it; how it was made ends the oldest page, said once. */
export async function openTimeline(whose: Whose, search: Search, { at, from }: Omit<Making, "confirmed">) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { before } = search;
  const place = typeof before === "string" && /^[1-9]\d{0,17}$/.test(before) ? BigInt(before) : undefined;
  const [{ entries, hasOlder }, confirmed] = await Promise.all([
    listTimeline(actor, whose, place),
    from === null ? undefined : findConfirmation(from),
  ]);
  const own = "record" in whose ? whose.record : whose.customer;
  const lines = entries.map((entry) => wordEntry(entry, own, way));
  const isTold = hasOlder || entries.some((entry) => isMaking(entry, own));
  return {
    lines: isTold ? lines : [...lines, wordMaking({ at, from, confirmed }, way)],
    older: hasOlder ? entries.at(-1)?.id : undefined,
    isNewest: place === undefined,
    t: way.t,
    format: way.format,
  };
}
