import type { z } from "zod";
import { Refusal } from "#bin/refusal";

/** What a text of JSON says; a Refusal of one line names what is wrong with it, and where. */
export function readInput<Value>(text: string, schemaFor: (json: unknown) => z.ZodType<Value>): Value {
  const json = parseJson(text);
  const read = schemaFor(json).safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Refusal(oneLine(`${placeOf(issue?.path ?? [])}: ${issue?.message}`));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(oneLine(`The input is not JSON: ${error instanceof Error ? error.message : error}`));
  }
}

const placeOf = (path: readonly PropertyKey[]) =>
  path.map((key, depth) => (typeof key === "number" ? `[${key}]` : `${depth === 0 ? "" : "."}${String(key)}`)).join("") ||
  "The input";

const oneLine = (sentence: string) => sentence.replace(/[\p{C}\s]+/gu, " ").slice(0, 300);
