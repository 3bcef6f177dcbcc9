import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import Papa from "papaparse";
import { eachFault } from "#db/read/import";
import { checkFile } from "#db/write/import-check";
import type { Actor } from "#lib/domain/actor";
import { type ExportColumn, exportColumns } from "#lib/onboarding/column";

export const ana: Actor = { subject: "ana", email: "ana@lender.example", name: "Ana", role: "business", ip: "127.0.0.1" };

export const sample = () => createReadStream("tests/data/onboarding-export.csv");

type Fields = Partial<Record<ExportColumn, string>>;

/** A row of a person whose numbers follow from one number. */
export const person = (number: number, fields: Fields = {}): Fields => ({
  external_id: `X-${number}`,
  first_name: "Ana",
  document_type: "C.C.",
  document_number: String(1_000_000_000 + number),
  created_at: "2025-03-01T10:00:00-05:00",
  ...fields,
});

export function fileOf(...rows: Fields[]): Readable {
  const data = rows.map((row) => exportColumns.map((column) => row[column] ?? ""));
  return Readable.from([Buffer.from(Papa.unparse({ fields: [...exportColumns], data }))]);
}

export async function check(bytes: AsyncIterable<Uint8Array>, actor = ana): Promise<string> {
  const checked = await checkFile(actor, bytes);
  if (!checked.ok) throw new Error(checked.refusal.reason);
  return checked.id;
}

export async function faultsIn(id: string): Promise<string[]> {
  const faults: string[] = [];
  for await (const { line, column, reason, other } of eachFault(id))
    faults.push([line, column, reason, other].filter((each) => each !== null).join(" "));
  return faults;
}
