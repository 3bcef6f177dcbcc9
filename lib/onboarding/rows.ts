/** A row of the file and the line it starts on; without fields when its quotes do not close or it has no end. */
export type Row = { line: number; fields?: string[] };

const longestRow = 65_536;

/**
 * Splits the text of a CSV into rows, holding no more than a row and a chunk. A row that cannot be read costs only its
 * own line: reading goes on at the next one, where a whole-file parser would take the rest for one quoted field.
 */
export async function* rowsOf(chunks: AsyncIterable<string>): AsyncGenerator<Row> {
  const unread: Unread = { text: "", line: 1, field: undefined };
  for await (const chunk of chunks) {
    unread.text += chunk;
    yield* takeRows(unread, false);
  }
  if (!unread.text.endsWith("\n")) unread.text += "\n";
  yield* takeRows(unread, true);
}

type Unread = { text: string; line: number; field: RegExp | undefined };

function* takeRows(unread: Unread, isWhole: boolean): Generator<Row> {
  const { text } = unread;
  unread.field ??= fieldOf(text);
  if (unread.field === undefined) return;
  let from = 0;
  while (from < text.length) {
    const row = readRow(text, from, unread.field);
    if (row === undefined && !isWhole && text.length - from <= longestRow) break;
    const end = row?.end ?? (text.indexOf("\n", from) + 1 || text.length);
    if (row === undefined) yield { line: unread.line };
    else if (!isBlank(row.fields)) yield { line: unread.line, fields: row.fields };
    unread.line += breaksIn(text, from, end);
    from = end;
  }
  unread.text = text.slice(from);
}

/** One field and what ends it, by the separator of the first line; undefined until that line is there. */
function fieldOf(text: string): RegExp | undefined {
  const end = text.indexOf("\n");
  if (end < 0 && text.length <= longestRow) return undefined;
  const header = text.slice(0, end);
  const separator = header.split(";").length >= header.split(",").length ? ";" : ",";
  return new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|(?!")([^${separator}\\r\\n]*))(${separator}|\\r?\\n)`, "y");
}

function readRow(text: string, from: number, field: RegExp): { fields: string[]; end: number } | undefined {
  const fields: string[] = [];
  field.lastIndex = from;
  for (let found = field.exec(text); found !== null; found = field.exec(text)) {
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3]?.endsWith("\n")) return { fields, end: field.lastIndex };
  }
  return undefined;
}

function breaksIn(text: string, from: number, end: number): number {
  let breaks = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) breaks += 1;
  return breaks;
}

const isBlank = (fields: string[]) => fields.length === 1 && fields[0]?.trim() === "";
