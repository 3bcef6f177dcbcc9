import { describe, expect, test } from "vitest";
import { formatOf } from "#lib/list/format";
import { type Language, translators } from "#lib/messages/catalogue";
import type { TimelineEntry } from "#lib/timeline";
import { isMaking, wordMaking } from "#lib/timeline/making";

const at = "2026-11-22 14:03:05.123456+00";
const confirmed: TimelineEntry = {
  ...{ id: "7", at, email: "ana@demo.example", role: "super_admin", isSystem: false, record: "R-7F3K2M" },
  ...{ action: "pre_loan.confirm", module: "pre-loans", details: { from: "pending", to: "completed" } },
};
const said = (making: Partial<Parameters<typeof wordMaking>[0]>, language: Language = "en") => {
  const format = formatOf(language, { timeZone: "America/Bogota", currency: "COP" });
  return wordMaking({ at, from: "R-7F3K2M", confirmed, ...making }, { language, t: translators[language], format });
};

describe("that a record was made is said", () => {
  test("with whoever confirmed what it came of", () => {
    expect(said({})).toMatchObject({ deed: "Made", who: "ana@demo.example (Super Admin)", detail: "", comment: undefined });
    expect(said({}).notes).toEqual(["By the confirmation of R-7F3K2M"]);
    expect(said({}, "es")).toMatchObject({ deed: "Creación", notes: ["Por la confirmación de R-7F3K2M"] });
  });

  test("with the approval that it needed", () => {
    const details = { ...confirmed.details, approval: "V-7F3K2M", asked: "luz@demo.example" };
    const { notes } = said({ confirmed: { ...confirmed, details } });
    expect(notes).toEqual(["By the confirmation of R-7F3K2M", "Approval V-7F3K2M, asked for by luz@demo.example"]);
  });

  test("with as much as the history knows", () => {
    expect(said({ confirmed: undefined })).toMatchObject({ who: "", notes: ["By the confirmation of R-7F3K2M"] });
    expect(said({ from: null, confirmed: undefined })).toMatchObject({ deed: "Made", who: "", notes: [] });
  });
});

test("what its own history says that made it is told apart", () => {
  expect(isMaking({ action: "pre_payment.announce", record: "B-7F3K2M" }, "B-7F3K2M")).toBe(true);
  expect(isMaking({ action: "pre_payment.announce", record: "B-7F3K2M" }, "C-7F3K2M")).toBe(false);
  expect(isMaking({ action: "pre_payment.confirm", record: "B-7F3K2M" }, "B-7F3K2M")).toBe(false);
});
