import type { IdType } from "#lib/domain/customer";
import { type ExportColumn, exportColumns } from "#lib/onboarding/column";
import { type Reason, read } from "#lib/onboarding/fault";
import { readRecord } from "#lib/onboarding/record";

/** What an operator may type of a person, and the column of an onboarding export that holds the same. */
const columnOf = {
  first_name: "first_name",
  last_name: "last_name",
  id_type: "document_type",
  national_id: "document_number",
  phone: "phone",
  phone_verified: "phone_verified",
  email: "email",
  email_verified: "email_verified",
  address: "address",
} as const satisfies Record<string, ExportColumn>;

export type PersonField = keyof typeof columnOf;
export const personFields = Object.keys(columnOf) as [PersonField, ...PersonField[]];

/** As a form sends it: what is not there is empty. */
export type Typed = Readonly<Partial<Record<PersonField, string>>>;

/** A person's details as they are stored: E.164, lower-case e-mail, one spelling for each document. */
export type PersonDetails = {
  firstName: string;
  lastName: string;
  idType: IdType | null;
  nationalId: string | null;
  phone: string | null;
  isPhoneVerified: boolean;
  email: string | null;
  isEmailVerified: boolean;
  address: string | null;
};

/** Where each field stands in the details. */
export const detailOf = {
  first_name: "firstName",
  last_name: "lastName",
  id_type: "idType",
  national_id: "nationalId",
  phone: "phone",
  phone_verified: "isPhoneVerified",
  email: "email",
  email_verified: "isEmailVerified",
  address: "address",
} as const satisfies Record<PersonField, keyof PersonDetails>;

type TypedFault = { field: PersonField; reason: Reason };
export type TypedRead = { ok: true; person: PersonDetails } | { ok: false; faults: TypedFault[] };

/** Reads what was typed as an import would read it in a file: the same spellings, and refused for the same reasons. */
export function readTyped(typed: Typed): TypedRead {
  const row = readRecord(
    exportColumns.map((column) => fieldIn(typed, column)),
    header,
    read,
  );
  if (!row.ok) return { ok: false, faults: row.faults.flatMap(({ column, reason }) => faultOf(column, reason)) };
  const { firstName, lastName, idType, nationalId, phone, email, address } = row.record;
  const { isPhoneVerified, isEmailVerified } = row.record;
  return {
    ok: true,
    person: {
      ...{ firstName, lastName, idType, nationalId, phone, email, address },
      // Of nothing there is nothing to verify.
      isPhoneVerified: isPhoneVerified && phone !== null,
      isEmailVerified: isEmailVerified && email !== null,
    },
  };
}

/** The details as a form shows them to be changed: what is not there is empty, and so is what is not so. */
export const typedFrom = (person: PersonDetails): Record<PersonField, string> =>
  Object.fromEntries(personFields.map((field) => [field, `${person[detailOf[field]] || ""}`])) as Record<PersonField, string>;

const header = {
  width: exportColumns.length,
  position: Object.fromEntries(exportColumns.map((column, at) => [column, at])) as Record<ExportColumn, number>,
  ignored: [],
};

const fieldNamed = new Map<ExportColumn | null, PersonField>(personFields.map((field) => [columnOf[field], field]));

/** A row of a file also says whose it is and since when; what is typed here is of somebody known. */
function fieldIn(typed: Typed, column: ExportColumn): string {
  if (column === "external_id" || column === "created_at") return "known";
  const field = fieldNamed.get(column);
  return field === undefined ? "" : (typed[field] ?? "");
}

function faultOf(column: ExportColumn | null, reason: Reason): TypedFault[] {
  const field = fieldNamed.get(column);
  if (field === undefined) throw new Error(`nobody typed ${column}`);
  return [{ field, reason }];
}
