import { describe, expect, test } from "vitest";
import { type PersonDetails, personFields, readTyped, typedFrom } from "#lib/onboarding/typed";

const whole: PersonDetails = {
  firstName: "Ana Lucía",
  lastName: "Ríos",
  idType: "nit",
  nationalId: "900999888-1",
  phone: "+573001234567",
  isPhoneVerified: true,
  email: "ana@mail.example",
  isEmailVerified: true,
  address: "Calle 1 # 2-3",
};
const nothing = Object.fromEntries(personFields.map((field) => [field, ""]));

describe("what a form shows of a person is read back as it was", () => {
  test.each([
    ["all of it", whole],
    ["nothing verified", { ...whole, isPhoneVerified: false, isEmailVerified: false }],
    ["no document, no address", { ...whole, idType: null, nationalId: null, address: null }],
  ])("%s", (_, person) => expect(readTyped(typedFrom(person))).toEqual({ ok: true, person }));
});

test("nothing typed is nothing known", () => {
  expect(readTyped({})).toEqual(readTyped(nothing));
  expect(typedFrom((readTyped({}) as { person: PersonDetails }).person)).toEqual(nothing);
});

test("what is not there cannot be verified", () => {
  expect(readTyped({ phone_verified: "true", email_verified: "true" })).toMatchObject({
    person: { isPhoneVerified: false, isEmailVerified: false },
  });
});

test.each([
  ["phone", { phone: "12" }, "bad_phone"],
  ["phone", { phone: "+44 12" }, "bad_phone"],
  ["email", { email: "nobody" }, "bad_email"],
  ["email_verified", { email: "a@b.example", email_verified: "perhaps" }, "bad_flag"],
  ["id_type", { national_id: "123456" }, "missing"],
  ["id_type", { id_type: "dni", national_id: "123456" }, "bad_document_type"],
  ["national_id", { id_type: "cc", national_id: "12" }, "bad_document_number"],
  ["first_name", { first_name: "x".repeat(121) }, "too_long"],
  ["last_name", { last_name: "A\u202Eb" }, "bad_characters"],
] as const)("the field %s of %j is refused: %s", (field, typed, reason) => {
  expect(readTyped(typed)).toEqual({ ok: false, faults: [{ field, reason }] });
});
