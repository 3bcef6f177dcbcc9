import { describe, expect, test } from "vitest";
import { mergeTyped, versionOf } from "#db/read/person";
import { type PersonDetails, type Typed, typedFrom } from "#lib/onboarding/typed";
import { known } from "#tests/db/known";

const shown: PersonDetails = { ...known, nationalId: "10000001" };

/** What becomes of a form that showed these details, once another made others of them. */
const merged = (typed: Typed, others: Partial<PersonDetails>) =>
  mergeTyped({ ...typedFrom(shown), ...typed }, versionOf(shown), { ...shown, ...others });

test("a version tells any detail from another, and which", () => {
  const versions = [{}, { address: null }, { isPhoneVerified: false }, { lastName: "Otra" }].map((more) =>
    versionOf({ ...shown, ...more }),
  );
  expect(new Set(versions).size).toBe(versions.length);
  expect(versions[0]).not.toContain(known.phone);
});

describe("of a form over another's edit", () => {
  test("what was changed on it stays, and the rest is as it is now", () => {
    const { typed, theirs, both } = merged({ address: "Plaza 1" }, { email: "otra@mail.example", phone: null });
    expect(typed).toEqual({ ...typedFrom(shown), address: "Plaza 1", email: "otra@mail.example", phone: "" });
    expect([theirs, both]).toEqual([["phone", "email"], []]);
  });

  test("what both changed stays as it was typed, and is told", () => {
    const { typed, theirs, both } = merged({ address: "Plaza 1" }, { address: "Plaza 2", lastName: "Otra" });
    expect(typed).toEqual({ ...typedFrom(shown), address: "Plaza 1", last_name: "Otra" });
    expect([theirs, both]).toEqual([["last_name"], ["address"]]);
  });

  test("what both changed alike is no difference", () => {
    expect(merged({ address: "Plaza 2" }, { address: "Plaza 2" })).toMatchObject({ theirs: ["address"], both: [], untold: [] });
  });

  test("what was emptied on it is empty, and a box that was cleared is not ticked", () => {
    const { typed } = merged({ address: "", phone_verified: "" }, { email: "otra@mail.example" });
    expect(typed).toMatchObject({ address: "", phone_verified: "", email: "otra@mail.example" });
  });

  test("a box that was ticked of one number says nothing of the other's", () => {
    const unverified = { ...shown, isPhoneVerified: false };
    const typed = { ...typedFrom(unverified), phone_verified: "true" };
    const now = { ...unverified, phone: "+573119998877" };
    expect(mergeTyped(typed, versionOf(unverified), now)).toEqual({
      typed: typedFrom(now),
      ...{ theirs: ["phone"], both: [], untold: ["phone_verified"] },
    });
    const own = { ...typed, phone: "+573120000000" };
    expect(mergeTyped(own, versionOf(unverified), now)).toMatchObject({ typed: own, both: ["phone"], untold: [] });
  });

  test("of a version that is none, all that differs stays as it was typed", () => {
    const typed = { ...typedFrom(shown), address: "Plaza 1" };
    expect(mergeTyped(typed, "nothing", shown)).toMatchObject({ typed, both: ["address"] });
  });
});
