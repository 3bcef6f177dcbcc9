import { type Header as HeaderOf, type HeaderRead, readHeaderOf } from "#lib/onboarding/header";

/** The columns of an onboarding export, as its header names them. */
export const exportColumns = [
  "external_id",
  "first_name",
  "last_name",
  "document_type",
  "document_number",
  "phone",
  "email",
  "address",
  "created_at",
  "phone_verified",
  "email_verified",
  "personal_data_accepted_at",
  "commercial_use_accepted_at",
  "account_activated_at",
] as const;
export type ExportColumn = (typeof exportColumns)[number];

export type Header = HeaderOf<ExportColumn>;

export const readHeader = (fields: readonly string[]): HeaderRead<ExportColumn> =>
  readHeaderOf(exportColumns, exportColumns, fields);
