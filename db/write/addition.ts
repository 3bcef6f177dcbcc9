import "server-only";
import { db, leave, type Tx, transaction } from "#db/client";
import { Refused } from "#db/refused";
import { type Deed, record } from "#db/write/history";
import { may } from "#db/write/permission";
import { answer, answered } from "#db/write/request";
import type { Actor, Permission } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";

/** What a form made: the ID of the record. */
export type Added = { ok: true; code: string } | { ok: false; refusals: [Refusal, ...Refusal[]] };

/** A form that makes a record: who may, all that it says, and its key. */
export type Addition = { needs: Permission; module: string; said: unknown; key: string };

/** The one way in which a form makes a record: permission, the write, once for its key, the history last; refused, nothing of it. */
export async function add(
  actor: Actor,
  { needs, module, said, key }: Addition,
  write: (tx: Tx) => Promise<{ code: string; deed: Deed }>,
): Promise<Added> {
  if (!(await may(actor, { needs, module }))) return { ok: false, refusals: [{ rule: "permission" }] };
  const request = { key, body: { needs, said } };
  const before = await answered(db, actor, request);
  if (before !== undefined) return repeated(before);
  try {
    return await transaction(async (tx): Promise<Added> => {
      const { code, deed } = await write(tx);
      leave(tx, answer(tx, actor, request, { code }), record(tx, actor, deed));
      return { ok: true, code };
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // The same form, sent twice at once, may have done meanwhile what is refused now.
    const meanwhile = await answered(db, actor, request);
    return meanwhile === undefined ? { ok: false, refusals: error.refusals } : repeated(meanwhile);
  }
}

function repeated(before: NonNullable<Awaited<ReturnType<typeof answered>>>): Added {
  if (before === "reused") return { ok: false, refusals: [{ rule: "key_reused" }] };
  return { ok: true, ...(before.answer as { code: string }) };
}
