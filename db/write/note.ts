import "server-only";
import { Refused } from "#db/refused";
import { notes } from "#db/schema/note";
import { type ProfileOutcome, writeProfile } from "#db/write/profile";
import { seal } from "#db/write/seal";
import type { Actor } from "#lib/domain/actor";

const longestNote = 2_000;

/** Adds a note to a customer's record, kept under their key; the history says that there is one, not what it says. */
export function addNote(actor: Actor, { code, words }: { code: string; words: string }, key: string): Promise<ProfileOutcome> {
  return writeProfile(actor, { code, did: "note.added", needs: "note:write", said: { words }, key }, async (tx, { id }) => {
    if (words === "") throw new Refused([{ rule: "note_missing" }]);
    if (words.length > longestNote) throw new Refused([{ rule: "note_too_long", values: { limit: longestNote } }]);
    const sealed = await seal(tx, id, words);
    if (sealed === undefined) throw new Error(`customer ${code} has no key, and is not erased`);
    await tx.insert(notes).values({ customerId: id, email: actor.email, words: sealed });
    return { details: {} };
  });
}
