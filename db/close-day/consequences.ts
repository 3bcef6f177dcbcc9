import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { noteMoves } from "#db/close-day/note";
import type { Step } from "#db/close-day/step";
import { reassess } from "#db/move/reassess";

/** Makes all that follows by rule: promises kept and broken, credits settled, accounts, and customers last. */
export const followAll: Step = async ({ close, stopping, onBatch }) => {
  for (;;) {
    const { left } = await reassess(() => undefined, {
      stopping,
      keep: async (tx, done) => {
        if (done.length > 0) await noteMoves(tx, close, done);
        onBatch(done.length);
      },
    });
    if (left === 0) return;
    await pause(1_000);
  }
};
