import { text } from "node:stream/consumers";
import { z } from "zod";
import { replayAnswer, scheduleAnswer } from "#bin/engine/answer";
import { readInput } from "#bin/engine/input";
import { loanInput } from "#bin/engine/loan";
import { decimalsIn, termsInput } from "#bin/engine/terms";
import { Refusal } from "#bin/refusal";
import { replay } from "#lib/domain/replay";
import { buildSchedule } from "#lib/domain/schedule";

const commands: Record<string, (input: string) => unknown> = {
  schedule(input) {
    const terms = readInput(input, (json) => termsInput(decimalsIn(json)));
    return scheduleAnswer(buildSchedule(terms), terms.decimals);
  },
  replay(input) {
    const { terms, events, ...rules } = readInput(input, (json) => loanInput(decimalsIn(termsIn(json))));
    return replayAnswer(replay(terms, events, rules), terms.decimals);
  },
};

try {
  const [name = "", ...more] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) && more.length === 0 ? commands[name] : undefined;
  if (command === undefined) throw new Refusal("Usage: npm run --silent engine -- schedule|replay < FILE.json");
  console.log(JSON.stringify(command(await text(process.stdin))));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function termsIn(json: unknown): unknown {
  return z.object({ terms: z.unknown() }).safeParse(json).data?.terms;
}
