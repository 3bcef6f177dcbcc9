import { describe, expect, test } from "vitest";
import { type Captured, defaultRequirements, missingRequirements, type Requirement, requirements } from "#lib/domain/requirement";

const complete: Captured = {
  firstName: "María",
  lastName: "Ñungo",
  idType: "cc",
  nationalId: "1032456789",
  phone: "+573001234567",
  email: "maria@mail.example",
  address: "Calle 1 # 2-3",
  isPhoneVerified: true,
  isEmailVerified: true,
  dataAcceptedAt: "2026-01-05T10:00:00Z",
  activatedAt: new Date("2026-01-05T10:00:00Z"),
};

/** Each requirement, and every way of not meeting that one alone. */
const unmet: Record<Requirement, Partial<Captured>[]> = {
  personal_data_accepted: [{ dataAcceptedAt: null }],
  account_activated: [{ activatedAt: null }],
  names: [{ firstName: "" }, { lastName: "" }, { firstName: "", lastName: "" }],
  phone: [{ phone: null }],
  email: [{ email: null }],
  national_id: [{ idType: null }, { nationalId: null }, { idType: null, nationalId: null }],
  address: [{ address: null }],
  phone_verified: [{ isPhoneVerified: false }],
  email_verified: [{ isEmailVerified: false }],
};
const every = requirements.flatMap((requirement) => unmet[requirement].map((lack) => ({ requirement, lack })));

test("nothing is missing of someone complete", () => expect(missingRequirements(complete, requirements)).toEqual([]));

describe("one missing alone", () => {
  test.each(every)("$requirement: $lack", ({ requirement, lack }) => {
    expect(missingRequirements({ ...complete, ...lack }, requirements)).toEqual([requirement]);
  });
});

test("every one missing, in the order they are asked for", () => {
  const nothing = Object.assign({}, complete, ...every.map(({ lack }) => lack)) as Captured;
  expect(missingRequirements(nothing, requirements)).toEqual(requirements);
  expect(missingRequirements(nothing)).toEqual(defaultRequirements);
});

describe("whatever a project asks", () => {
  test.each(["personal_data_accepted", "account_activated"] as const)("it asks for %s", (requirement) => {
    expect(missingRequirements({ ...complete, ...unmet[requirement][0] }, [])).toEqual([requirement]);
  });

  test.each(requirements.slice(2))("it asks for %s only if it chose to", (requirement) => {
    const captured = { ...complete, ...unmet[requirement][0] };
    expect(missingRequirements(captured, [])).toEqual([]);
    expect(missingRequirements(captured, [requirement])).toEqual([requirement]);
  });
});
