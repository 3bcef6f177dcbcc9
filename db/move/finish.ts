import "server-only";
import { follow } from "#db/move/follow";
import { type Moving, Refused } from "#db/move/moving";
import type { Answer } from "#db/move/order";
import type { Moved } from "#db/move/record";
import { type Said, writeMoves } from "#db/move/write-moves";
import { answer, type Request } from "#db/write/request";
import type { Actor } from "#lib/domain/actor";

/** What comes after a move, in its transaction: all that follows from it, the form's answer, and the history last. */
export async function finish(moving: Moving, actor: Actor, record: Moved, request: Request, said: Said): Promise<Answer> {
  if (record.customerId !== null) await follow(moving, record.customerId);
  const given: Answer = { kind: "moved", done: moving.done };
  if (!(await answer(moving.db, actor, request, given))) throw new Refused([{ rule: "key_reused" }]);
  await writeMoves(moving, actor, record, said);
  return given;
}
