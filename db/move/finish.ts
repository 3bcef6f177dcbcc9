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
  const following = record.customerId === null ? undefined : follow(moving, record.customerId);
  await Promise.all([...moving.writes, following]);
  await Promise.all(moving.writes);
  const given: Answer = { kind: "moved", done: moving.done };
  const [isKept] = await Promise.all([answer(moving.db, actor, request, given), writeMoves(moving, actor, record, said)]);
  if (!isKept) throw new Refused([{ rule: "key_reused" }]);
  return given;
}
