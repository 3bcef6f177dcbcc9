import "server-only";
import { post } from "#db/books/post";
import { closed, reopened } from "#db/effects/closing";
import { disputeEffects } from "#db/effects/dispute";
import type { Effect } from "#db/move/moving";

const settle: Effect = (moving, { id }) => closed(moving, id, "settle");
const cancel: Effect = (moving, { id }) => closed(moving, id, "cancel");
const refinance: Effect = (moving, { id }) => closed(moving, id, "refinance");

/** Its credit note is taken back. */
const reopen: Effect = async (moving, { id }) => {
  await post(moving, [id], { status: "active" });
  return reopened;
};

export const creditEffects = { settle, cancel, refinance, reopen, ...disputeEffects };
