import { DatabaseError } from "pg";

/**
 * An error as the log may hold it: what failed and where. What the database says quotes what somebody typed, so of its
 * errors only the code, the names and the statement are kept, whose values are parameters.
 */
export function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = error.stack?.match(/^ {4}at .*$/gm) ?? [];
  const cause = error.cause === undefined ? [] : [`  cause: ${described(error.cause)}`];
  return [`${error.name}: ${saying(error)}`, ...frames, ...cause].join("\n");
}

/** Has everything that is printed as an error go through `described`, Next's own reports too. */
export function describeErrors() {
  const { error } = console;
  console.error = (...parts: unknown[]) => error(...parts.map((part) => (part instanceof Error ? described(part) : part)));
}

function saying(error: Error): string {
  if (error instanceof DatabaseError) return [error.code, error.table, error.column, error.constraint].filter(Boolean).join(" ");
  if ("query" in error && "params" in error) return `failed query: ${error.query}`;
  return error.message;
}
