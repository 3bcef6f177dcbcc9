import fc from "fast-check";
import { expect, test } from "vitest";
import { recordOf } from "#tests/domain/onboarding";

test("a record written as a row and read again is the same", () => {
  const instant = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2026-11-22"), noInvalidDate: true })
    .map((date) => date.toISOString());
  const name = fc.stringMatching(/^[=+@'A-ZÁÑa-zü]([ '\-a-zñáü]{0,20}[a-z])?$/).map((text) => text.replace(/ +/g, " "));
  const document = fc.oneof(
    fc.integer({ min: 10_000, max: 9_999_999_999 }).map((number) => ["cc", String(number)] as const),
    fc.stringMatching(/^[A-Z]{2}\d{6}$/).map((number) => ["passport", number] as const),
    fc.stringMatching(/^[89]\d{8}-\d$/).map((number) => ["nit", number] as const),
  );
  const phone = fc.integer({ min: 3_000_000_000, max: 3_999_999_999 }).map((number) => `+57${number}`);
  fc.assert(
    fc.property(
      instant,
      name,
      document,
      phone,
      fc.boolean(),
      fc.option(instant),
      (createdAt, firstName, [idType, nationalId], mobile, flag, accepted) => {
        // A name that begins like a formula comes out of a download behind an apostrophe.
        const written = /^[=+@-]/.test(firstName) ? `'${firstName}` : firstName;
        fc.pre(!/^'[=+@-]/.test(firstName));
        const record = recordOf({
          first_name: written,
          document_type: idType,
          document_number: nationalId,
          phone: mobile,
          created_at: createdAt,
          phone_verified: String(flag),
          personal_data_accepted_at: accepted ?? "",
          account_activated_at: "",
        });
        expect(record).toMatchObject({
          firstName: firstName.trim(),
          idType,
          nationalId,
          phone: mobile,
          createdAt,
          isPhoneVerified: flag,
          dataAcceptedAt: accepted,
        });
      },
    ),
  );
});
