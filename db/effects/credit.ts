import "server-only";
import { closed, reopened } from "#db/effects/closing";
import { disputeEffects } from "#db/effects/dispute";
import type { Effect } from "#db/move/moving";

const settle: Effect = async () => closed("settle");
const cancel: Effect = async () => closed("cancel");
const refinance: Effect = async () => ({ ...closed("refinance"), closingNote: 0n });
const reopen: Effect = async () => reopened;

export const creditEffects = { settle, cancel, refinance, reopen, ...disputeEffects };
