import { type ExportColumn, exportColumns, readHeader } from "#lib/onboarding/column";
import { instantReader } from "#lib/onboarding/instant";
import { type OnboardingRecord, readRecord } from "#lib/onboarding/record";

type Fields = Partial<Record<ExportColumn, string>>;

const readInstant = instantReader(new Date("2026-11-22T12:00:00Z"), "America/Bogota");
const whole = {
  external_id: "ONB-1",
  first_name: "Íngrid",
  last_name: "O'Connor Güiza",
  document_type: "C.C.",
  document_number: "1.027.603.219",
  phone: "300 123 4567",
  email: "Ingrid.OConnor@Empresa.example",
  address: "Calle 22 # 83-61\r\nApto 502",
  created_at: "2025-03-01T10:00:00-05:00",
  phone_verified: "true",
  email_verified: "true",
  personal_data_accepted_at: "2025-03-03T10:00:00-05:00",
  commercial_use_accepted_at: "",
  account_activated_at: "2025-03-02T10:00:00-05:00",
} satisfies Fields;

function readFields(fields: Fields) {
  const found = readHeader(exportColumns);
  if (!found.ok) throw new Error(found.reason);
  return readRecord(
    exportColumns.map((column) => fields[column] ?? ""),
    found.header,
    readInstant,
  );
}

export function recordOf(fields: Fields): OnboardingRecord {
  const read = readFields({ ...whole, ...fields });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.record;
}

export function faultsOf(fields: Fields) {
  const read = readFields({ ...whole, ...fields });
  return read.ok ? [] : read.faults.map(({ column, reason }) => `${column} ${reason}`);
}
