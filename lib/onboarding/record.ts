import type { CustomerStatus, IdType } from "#lib/domain/customer";
import { type Captured, missingRequirements } from "#lib/domain/requirement";
import type { ExportColumn, Header } from "#lib/onboarding/column";
import { readEmail, readFlag, readPhone } from "#lib/onboarding/contact";
import { readIdType, readNationalId } from "#lib/onboarding/document";
import { type Fault, type Read, read } from "#lib/onboarding/fault";
import { rowReader } from "#lib/onboarding/field";

type Onboarded = Captured & {
  externalId: string;
  idType: IdType | null;
  dataAcceptedAt: string | null;
  activatedAt: string | null;
  commercialAcceptedAt: string | null;
  createdAt: string;
};

/** What a good row says of a person, and the status that follows from it. Instants are ISO texts in UTC. */
export type OnboardingRecord = Onboarded & {
  status: Extract<CustomerStatus, "unregistered" | "enabled">;
  registeredAt: string | null;
  statusChangedAt: string;
};
export type RecordRead = { ok: true; record: OnboardingRecord } | { ok: false; faults: Fault<ExportColumn>[] };

/** Reads the fields of one row, in the header's order; every fault of the row is told, not only the first. */
export function readRecord(fields: readonly string[], header: Header, readInstant: (text: string) => Read<string>): RecordRead {
  const { width } = header;
  if (fields.length < width) return { ok: false, faults: [{ column: null, reason: "too_few_fields" }] };
  if (fields.length > width) return { ok: false, faults: [{ column: null, reason: "too_many_fields" }] };

  const { take, need, isFaulty, faults } = rowReader(fields, header);
  const idType = take("document_type", readIdType);
  const onboarded = {
    externalId: need("external_id", read),
    firstName: take("first_name", read) ?? "",
    lastName: take("last_name", read) ?? "",
    idType,
    nationalId: take("document_number", (text) => (idType ? readNationalId(idType, text) : read(text))),
    phone: take("phone", readPhone),
    email: take("email", readEmail),
    address: take("address", read),
    isPhoneVerified: take("phone_verified", readFlag) ?? false,
    isEmailVerified: take("email_verified", readFlag) ?? false,
    dataAcceptedAt: take("personal_data_accepted_at", readInstant),
    commercialAcceptedAt: take("commercial_use_accepted_at", readInstant),
    activatedAt: take("account_activated_at", readInstant),
    createdAt: need("created_at", readInstant),
  };
  const { externalId, nationalId, createdAt } = onboarded;
  if (nationalId && !idType && !isFaulty("document_type")) faults.push({ column: "document_type", reason: "missing" });
  if (externalId === null || createdAt === null || faults.length > 0) return { ok: false, faults };
  return { ok: true, record: entered({ ...onboarded, externalId, createdAt }) };
}

/** A person who meets every requirement became a customer when the last of them was met. */
function entered(onboarded: Onboarded): OnboardingRecord {
  const { createdAt, dataAcceptedAt, activatedAt } = onboarded;
  if (missingRequirements(onboarded).length > 0)
    return { ...onboarded, status: "unregistered", registeredAt: null, statusChangedAt: createdAt };
  const registeredAt = [createdAt, dataAcceptedAt ?? createdAt, activatedAt ?? createdAt].sort().at(-1) ?? createdAt;
  return { ...onboarded, status: "enabled", registeredAt, statusChangedAt: registeredAt };
}
