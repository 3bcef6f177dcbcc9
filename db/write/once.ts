import "server-only";
import { sql } from "drizzle-orm";
import { leave, type Tx, transaction } from "#db/client";
import { type Asker, whoAsks } from "#db/move/asker";
import { question } from "#db/question";
import { Refused } from "#db/refused";
import { type Deed, record } from "#db/write/history";
import { type Attempt, may } from "#db/write/permission";
import { answer, answered, type Request } from "#db/write/request";
import type { Refusal } from "#lib/domain/machine";

/** What a form came to, which the same form is told again; or why nothing of it was written. */
export type Outcome<Came> = ({ ok: true } & Came) | { ok: false; refusals: [Refusal, ...Refusal[]] };

/** What a form came to, and what the history says that was done. */
type Written<Came> = { came: Came; deeds: Deed[] };

/**
 * The one way in which a form writes: permission, once for its key, then `run`, which locks what it writes, and the history
 * last; all of it or, refused, nothing but the trace of who may not. What `open` locks and finds, refusing nothing, is asked
 * in one go with who asks and what the key was used for.
 */
export async function writeOnce<Came extends object, Opened = undefined>(
  asker: Asker,
  attempt: Attempt,
  request: Request,
  run: (tx: Tx, opened: Opened) => Promise<Written<Came>>,
  open?: (tx: Tx) => Promise<Opened>,
): Promise<Outcome<Came>> {
  try {
    return await transaction(async (tx): Promise<Outcome<Came>> => {
      const asking = whoAsks(asker, tx);
      const locking = lockKey(tx, { key: request.key });
      // Sent in one go: what the key was used for is looked at once nobody else is using it.
      const [actor, before, opened] = await Promise.all([asking, answered(tx, asking, request), open?.(tx), locking]);
      if (!(await may(actor, attempt, tx))) return { ok: false, refusals: [{ rule: "permission" }] };
      if (before === "reused") throw new Refused([{ rule: "key_reused" }]);
      if (before !== undefined) return { ok: true, ...(before.answer as Came) };
      const { came, deeds } = await run(tx, opened as Opened);
      leave(tx, answer(tx, actor, request, came), record(tx, actor, ...deeds));
      return { ok: true, ...came };
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusals: error.refusals };
    throw error;
  }
}

/** What is new has no row to lock: the same form twice waits for itself. */
const lockKey = question("lock_key", sql`select pg_advisory_xact_lock(hashtextextended(${sql.placeholder("key")}, 0))`);
