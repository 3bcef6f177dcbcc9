import "server-only";
import { createHash, type Hash } from "node:crypto";
import { findProject } from "#db/read/project";
import { beginImport, dropImport, endCheck } from "#db/write/import";
import { openStage, type Stage } from "#db/write/import-stage";
import { isBankHeader, readBankHeader } from "#lib/bank/column";
import { readBankRow } from "#lib/bank/row";
import type { Actor } from "#lib/domain/actor";
import { readHeader } from "#lib/onboarding/column";
import type { Fault, FileRefusal, Read } from "#lib/onboarding/fault";
import { instantReader } from "#lib/onboarding/instant";
import type { FileKind } from "#lib/onboarding/kind";
import { readRecord } from "#lib/onboarding/record";
import { type Row, rowsOf } from "#lib/onboarding/rows";
import { isProcessorHeader, readProcessorHeader } from "#lib/processor/column";
import { readProcessorRow } from "#lib/processor/row";

export const largestFile = 200 * 1024 * 1024;

export type Checked = { ok: true; id: string } | { ok: false; refusal: FileRefusal };
type Staged = { ok: true; kind: FileKind; ignored: string[] } | { ok: false; refusal: FileRefusal };
type ReadInstant = (text: string) => Read<string>;

/**
 * Reads a file once, as it comes, and stages what a commit would add; a file that is refused leaves nothing. What kind it
 * is its first line says, unless it can be only one.
 */
export async function checkFile(
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
  progress = (_rows: number) => {},
  only?: FileKind,
): Promise<Checked> {
  const { timeZone } = await findProject();
  const id = await beginImport(actor);
  const file = { size: 0, hash: createHash("sha256") };
  try {
    const rows = rowsOf(textOf(bytes, file));
    const read = await stageRows(rows, id, { readInstant: instantReader(new Date(), timeZone), progress, only });
    const staged = file.size > largestFile ? refused("too_big") : read;
    if (staged.ok)
      await endCheck(actor, id, { sha256: file.hash.digest("hex"), kind: staged.kind, ignoredColumns: staged.ignored });
    else await dropImport(id);
    return staged.ok ? { ok: true, id } : staged;
  } catch (error) {
    await dropImport(id);
    throw error;
  }
}

/** The text of UTF-8 without its mark; a byte that is none becomes U+FFFD, which no value may hold. */
async function* textOf(bytes: AsyncIterable<Uint8Array>, file: { size: number; hash: Hash }) {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    file.size += chunk.length;
    if (file.size > largestFile) return;
    file.hash.update(chunk);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

type Way = { readInstant: ReadInstant; progress: (rows: number) => void; only: FileKind | undefined };

async function stageRows(rows: AsyncIterable<Row>, id: string, way: Way): Promise<Staged> {
  let opened: { reader: RowReader; stage: Stage } | undefined;
  for await (const row of rows) {
    if (opened === undefined) {
      const found = openReader(row.fields ?? [], way);
      if (!found.ok) return refused(found.reason, found.columns);
      opened = { reader: found.reader, stage: openStage(id, found.reader.kind) };
      continue;
    }
    const { reader, stage } = opened;
    stageRow(row, reader, stage);
    if (stage.isFull()) way.progress(await stage.flush());
  }
  if (opened === undefined) return refused("empty");
  const { kind, ignored } = opened.reader;
  return (await opened.stage.flush()) === 0 ? refused("no_rows") : { ok: true, kind, ignored };
}

type RowRead = { ok: true; record: object } | { ok: false; faults: readonly Fault[] };
type RowReader = { kind: FileKind; ignored: string[]; read: (fields: readonly string[]) => RowRead };

/** How the rows of a file are read whose first line has these fields. */
function openReader(fields: readonly string[], { readInstant, only }: Way) {
  const kind = only ?? (isProcessorHeader(fields) ? "processor" : isBankHeader(fields) ? "payments" : "onboarding");
  if (kind === "processor") {
    const found = readProcessorHeader(fields);
    if (!found.ok) return found;
    const { header } = found;
    const reader: RowReader = { kind, ignored: header.ignored, read: (row) => readProcessorRow(row, header, readInstant) };
    return { ok: true, reader } as const;
  }
  if (kind === "payments") {
    const found = readBankHeader(fields);
    if (!found.ok) return found;
    return {
      ok: true,
      reader: { kind, ignored: found.header.ignored, read: (row) => readBankRow(row, found.header) } satisfies RowReader,
    } as const;
  }
  const found = readHeader(fields);
  if (!found.ok) return found;
  return {
    ok: true,
    reader: {
      kind,
      ignored: found.header.ignored,
      read: (row) => readRecord(row, found.header, readInstant),
    } satisfies RowReader,
  } as const;
}

function stageRow({ line, fields }: Row, reader: RowReader, stage: Stage) {
  if (fields === undefined) return stage.refuse(line, [{ column: null, reason: "unreadable_row" }]);
  const read = reader.read(fields);
  if (read.ok) stage.add(line, read.record);
  else stage.refuse(line, read.faults);
}

const refused = (reason: FileRefusal["reason"], columns: FileRefusal["columns"] = []) =>
  ({ ok: false, refusal: { reason, columns } }) as const;
