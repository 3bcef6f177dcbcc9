import "server-only";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { listTimeline } from "#db/read/timeline";
import { wordEntry } from "#lib/timeline";

type Whose = { record: string } | { customer: string };

/** The timeline of a record or of a customer as its section is handed it; `madeAt` ends the oldest page. */
export async function openTimeline(whose: Whose, search: Search, madeAt?: string) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { before } = search;
  const place = typeof before === "string" && /^[1-9]\d{0,17}$/.test(before) ? BigInt(before) : undefined;
  const { entries, hasOlder } = await listTimeline(actor, whose, place);
  const own = "record" in whose ? whose.record : whose.customer;
  return {
    lines: entries.map((entry) => wordEntry(entry, own, way)),
    older: hasOlder ? entries.at(-1)?.id : undefined,
    isNewest: place === undefined,
    madeAt,
    t: way.t,
    format: way.format,
  };
}
