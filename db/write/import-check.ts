import "server-only";
import { createHash, type Hash } from "node:crypto";
import { findProject } from "#db/read/project";
import { beginImport, dropImport, endCheck } from "#db/write/import";
import { openStage, type Stage } from "#db/write/import-stage";
import type { Actor } from "#lib/domain/actor";
import { type Header, readHeader } from "#lib/onboarding/column";
import type { FileRefusal, Read } from "#lib/onboarding/fault";
import { instantReader } from "#lib/onboarding/instant";
import { readRecord } from "#lib/onboarding/record";
import { type Row, rowsOf } from "#lib/onboarding/rows";

export const largestFile = 200 * 1024 * 1024;

export type Checked = { ok: true; id: string } | { ok: false; refusal: FileRefusal };
type Staged = { ok: true; header: Header } | { ok: false; refusal: FileRefusal };
type ReadInstant = (text: string) => Read<string>;

/** Reads an export once, as it comes, and stages what a commit would add; a file that is refused leaves nothing. */
export async function checkExport(
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
  progress = (_rows: number) => {},
): Promise<Checked> {
  const { timeZone } = await findProject();
  const id = await beginImport(actor);
  const file = { size: 0, hash: createHash("sha256") };
  try {
    const rows = rowsOf(textOf(bytes, file));
    const read = await stageRows(rows, openStage(id), instantReader(new Date(), timeZone), progress);
    const staged = file.size > largestFile ? refused("too_big") : read;
    if (staged.ok) await endCheck(actor, id, file.hash.digest("hex"), staged.header.ignored);
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

async function stageRows(
  rows: AsyncIterable<Row>,
  stage: Stage,
  readInstant: ReadInstant,
  progress: (rows: number) => void,
): Promise<Staged> {
  let header: Header | undefined;
  for await (const row of rows) {
    if (header === undefined) {
      const found = readHeader(row.fields ?? []);
      if (!found.ok) return refused(found.reason, found.columns);
      header = found.header;
      continue;
    }
    stageRow(row, header, stage, readInstant);
    if (stage.isFull()) progress(await stage.flush());
  }
  if (header === undefined) return refused("empty");
  return (await stage.flush()) === 0 ? refused("no_rows") : { ok: true, header };
}

function stageRow({ line, fields }: Row, header: Header, stage: Stage, readInstant: ReadInstant) {
  if (fields === undefined) return stage.refuse(line, [{ column: null, reason: "unreadable_row" }]);
  const read = readRecord(fields, header, readInstant);
  if (read.ok) stage.add(line, read.record);
  else stage.refuse(line, read.faults);
}

const refused = (reason: FileRefusal["reason"], columns: FileRefusal["columns"] = []) =>
  ({ ok: false, refusal: { reason, columns } }) as const;
