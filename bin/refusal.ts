/** What the person at the terminal can put right: said in a sentence, without a stack. */
export class Refusal extends Error {}

/** Ends the process with the sentence; anything else is a bug and shows where it happened. */
export function endWith(error: unknown): never {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
