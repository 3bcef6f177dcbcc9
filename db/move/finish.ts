import "server-only";
import { leave } from "#db/client";
import { follow } from "#db/move/follow";
import type { Moving } from "#db/move/moving";
import type { Answer } from "#db/move/order";
import type { Moved } from "#db/move/record";
import { keep, type Said, writeMoves } from "#db/move/write-moves";
import type { Doer } from "#db/write/history";
import { answer, type Request } from "#db/write/request";

/** What comes after a move, in its transaction: all that follows from it, the form's answer, and the history last. */
export async function finish(moving: Moving, doer: Doer, record: Moved, request: Request, said: Said): Promise<Answer> {
  const { db, writes, done } = moving;
  const following = record.customerId === null ? undefined : follow(moving, record.customerId);
  const rest = Promise.all([keep(db, record, said), following]);
  const [kept] = await rest.catch(async (error: unknown) => {
    // What failed only because a write before it had is not what is told of.
    await Promise.all(writes);
    throw error;
  });
  const given: Answer = { kind: "moved", done };
  leave(db, ...writes, answer(db, doer, request, given), writeMoves(moving, doer, kept));
  return given;
}
