/** A row as the text COPY reads. */
export function copyLine<Field extends string>(row: Record<Field, unknown>, fields: readonly Field[]): string {
  // Joined, not added up: a string that grows by additions is work for the garbage collector.
  return `${fields.map((field) => written(row[field])).join("\t")}\n`;
}

const chunkLines = 400;

/** Lines in chunks worth a write each. */
export function* copyText(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < chunkLines) continue;
    yield chunk.join("");
    chunk = [];
  }
  if (chunk.length > 0) yield chunk.join("");
}

function written(value: unknown): string {
  if (value === null) return "\\N";
  if (typeof value !== "string") return String(value);
  return special.test(value) ? value.replaceAll(specials, (each) => escapes[each] ?? "") : value;
}

const special = /[\\\t\n\r]/;
const specials = new RegExp(special, "g");
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
