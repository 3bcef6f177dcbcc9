import { type SQL, sql } from "drizzle-orm";
import { type AnyMachine, edgesOf } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";

/** A CHECK's condition: the column holds one of a closed list of the domain's words. */
export function oneOf(column: string, words: readonly string[]): SQL {
  return sql.raw(`${column} in (${words.map(literal).join(", ")})`);
}

/** A CHECK's condition: the column, an array, holds some of a closed list of the domain's words. */
export function someOf(column: string, words: readonly string[]): SQL {
  return sql.raw(`cardinality(${column}) > 0 and ${column} <@ array[${words.map(literal).join(", ")}]`);
}

/** A CHECK's condition: the row is an edge of one of the machines. */
export function legalMoves(): SQL {
  const edges = (Object.values(machines) as AnyMachine[]).flatMap((machine) =>
    edgesOf(machine).map(({ event, from, to }) => `(${[machine.entity, event, from, to].map(literal).join(", ")})`),
  );
  return sql.raw(`(entity, event, from_status, to_status) in (${edges.join(", ")})`);
}

// sql.raw, because drizzle-kit writes a bound value into the DDL as "$1"; every word is a literal of lib/domain.
const literal = (word: string) => `'${word.replaceAll("'", "''")}'`;
