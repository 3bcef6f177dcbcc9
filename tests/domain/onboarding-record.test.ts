import { expect, test } from "vitest";
import { type ExportColumn, exportColumns, readHeader } from "#lib/onboarding/column";
import type { OnboardingRecord } from "#lib/onboarding/record";
import { faultsOf, recordOf } from "#tests/domain/onboarding";

test("a whole row becomes a customer when the last requirement was met", () => {
  expect(recordOf({})).toEqual({
    externalId: "ONB-1",
    firstName: "Íngrid",
    lastName: "O'Connor Güiza",
    idType: "cc",
    nationalId: "1027603219",
    phone: "+573001234567",
    email: "ingrid.oconnor@empresa.example",
    address: "Calle 22 # 83-61 Apto 502",
    isPhoneVerified: true,
    isEmailVerified: true,
    dataAcceptedAt: "2025-03-03T15:00:00.000Z",
    commercialAcceptedAt: null,
    activatedAt: "2025-03-02T15:00:00.000Z",
    createdAt: "2025-03-01T15:00:00.000Z",
    status: "enabled",
    registeredAt: "2025-03-03T15:00:00.000Z",
    statusChangedAt: "2025-03-03T15:00:00.000Z",
  });
});

test.each(
  exportColumns.filter(
    (column) => !["external_id", "created_at", "address", "commercial_use_accepted_at", "document_type"].includes(column),
  ),
)("without %s it stays a pre-customer", (column) => {
  expect(recordOf({ [column]: "" })).toMatchObject({
    status: "unregistered",
    registeredAt: null,
    statusChangedAt: "2025-03-01T15:00:00.000Z",
  });
});

test.each<[ExportColumn, string, keyof OnboardingRecord, unknown]>([
  ["document_type", "cédula", "idType", "cc"],
  ["document_type", "C C", "idType", "cc"],
  ["phone", "(+57) 310-555-0199", "phone", "+573105550199"],
  ["phone", "57 3154443322", "phone", "+573154443322"],
  ["phone", "0057 601 234 5678", "phone", "+576012345678"],
  ["phone", "'+573001234567", "phone", "+573001234567"],
  ["phone", "+1 (415) 555-0199", "phone", "+14155550199"],
  ["first_name", '=HYPERLINK("http://x.example","ver")', "firstName", '=HYPERLINK("http://x.example","ver")'],
  ["first_name", "'=1+1", "firstName", "=1+1"],
  ["first_name", "'t Hooft", "firstName", "'t Hooft"],
  ["first_name", "  Jose\u0301   Luis ", "firstName", "José Luis"],
  ["created_at", "26/07/2024", "createdAt", "2024-07-26T05:00:00.000Z"],
  ["created_at", "04/05/2024", "createdAt", "2024-05-04T05:00:00.000Z"],
  ["created_at", "2024-05-04", "createdAt", "2024-05-04T05:00:00.000Z"],
  ["created_at", "2025-03-01T15:00:00Z", "createdAt", "2025-03-01T15:00:00.000Z"],
  ["email_verified", "sí", "isEmailVerified", true],
  ["phone_verified", "FALSE", "isPhoneVerified", false],
])("%s %j is read", (column, text, key, value) => {
  expect(recordOf({ [column]: text })[key]).toEqual(value);
});

test.each<[ExportColumn, string, string]>([
  ["external_id", " ", "missing"],
  ["external_id", "x".repeat(65), "too_long"],
  ["first_name", "Ana\u0000", "bad_characters"],
  ["first_name", "Ana\u202Eanauj", "bad_characters"],
  ["first_name", "Ana\u2066", "bad_characters"],
  ["last_name", "L\uD800", "bad_characters"],
  ["last_name", "P\uFFFDrez", "not_utf8"],
  ["document_type", "XX", "bad_document_type"],
  ["document_type", "", "missing"],
  ["document_number", "A4H5GKZX", "bad_document_number"],
  ["phone", "+57+300", "bad_phone"],
  ["phone", "12345", "bad_phone"],
  ["phone", "+57 200 123 4567", "bad_phone"],
  ["phone", "no tiene", "bad_phone"],
  ["email", "a@@b", "bad_email"],
  ["email", "maria@", "bad_email"],
  ["email", "a..b@c.example", "bad_email"],
  ["email", "a@b", "bad_email"],
  ["created_at", "", "missing"],
  ["created_at", "31/02/2026", "bad_date"],
  ["created_at", "07/26/2025", "bad_date"],
  ["created_at", "2026-02-31T10:00:00-05:00", "bad_date"],
  ["created_at", "2026-02-01T25:00:00-05:00", "bad_date"],
  ["created_at", "0000-01-01T10:00:00Z", "bad_date"],
  ["created_at", "2025-03-01 10:00", "bad_date"],
  ["personal_data_accepted_at", "2026-11-24T00:00:00Z", "in_future"],
  ["phone_verified", "quizás", "bad_flag"],
])("%s %j is refused: %s", (column, text, reason) => {
  expect(faultsOf({ [column]: text })).toEqual([`${column} ${reason}`]);
});

test("every fault of a row is told", () => {
  expect(faultsOf({ phone: "12345", email: "maria@", document_type: "XX" })).toEqual([
    "document_type bad_document_type",
    "phone bad_phone",
    "email bad_email",
  ]);
});

test.each([
  ["NIT 800.197.268-4", "800197268-4"],
  ["NIT 8999990681", "899999068-1"],
])("%s is stored with its hyphen", (nit, number) => {
  expect(recordOf({ document_type: "nit", document_number: nit.slice(4) }).nationalId).toBe(number);
});

test("the header's columns may stand in any order, among others", () => {
  const names = ["Notes", ...exportColumns.toReversed().map((column) => ` ${column.toUpperCase()}`)];
  const found = readHeader(names);
  expect(found).toMatchObject({ ok: true, header: { width: 15, position: { external_id: 14 }, ignored: ["notes"] } });
  expect(readHeader(exportColumns.slice(1))).toEqual({ ok: false, reason: "missing_columns", columns: ["external_id"] });
  expect(readHeader([...exportColumns, "phone"])).toEqual({ ok: false, reason: "repeated_columns", columns: ["phone"] });
});
