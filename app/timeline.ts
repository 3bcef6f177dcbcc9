import "server-only";
import type { Search } from "#app/list";
import { currentProject } from "#app/project";
import { requireActor } from "#app/session";
import { currentWords } from "#app/words";
import { listTimeline } from "#db/read/timeline";
import { formatOf } from "#lib/list/format";
import { wordEntry } from "#lib/timeline";

type Whose = { record: string } | { customer: string };

/** The timeline of a record or of a customer as its section is handed it; `madeAt` ends the oldest page. */
export async function openTimeline(whose: Whose, search: Search, madeAt?: string) {
  const [actor, { language, t }, project] = await Promise.all([requireActor(), currentWords(), currentProject()]);
  const { before } = search;
  const place = typeof before === "string" && /^[1-9]\d{0,17}$/.test(before) ? BigInt(before) : undefined;
  const { entries, hasOlder } = await listTimeline(actor, whose, place);
  const own = "record" in whose ? whose.record : whose.customer;
  const format = formatOf(language, project);
  return {
    lines: entries.map((entry) => wordEntry(entry, own, { language, t, format })),
    older: hasOlder ? entries.at(-1)?.id : undefined,
    isNewest: place === undefined,
    madeAt,
    t,
    format,
  };
}
