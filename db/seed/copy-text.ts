const chunkLength = 128 * 1024;

/** Rows as the text COPY reads, in chunks worth a write each. */
export function* copyText<Row>(rows: Iterable<Row>, fields: readonly (keyof Row)[]): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    let separator = "";
    for (const field of fields) {
      chunk += separator + written(row[field]);
      separator = "\t";
    }
    chunk += "\n";
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

function written(value: unknown): string {
  if (value === null) return "\\N";
  return typeof value === "string" ? value.replace(/[\\\t\n\r]/g, (each) => escapes[each] ?? "") : String(value);
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
