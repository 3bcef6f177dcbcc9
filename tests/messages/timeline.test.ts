import { describe, expect, test } from "vitest";
import { wordDetails } from "#lib/history/details";
import { formatOf } from "#lib/list/format";
import { type Language, translators } from "#lib/messages/catalogue";
import { type TimelineEntry, wordEntry } from "#lib/timeline";

const project = { timeZone: "America/Bogota", currency: "COP" };
const wayIn = (language: Language) => ({ language, t: translators[language], format: formatOf(language, project) });
const moved: TimelineEntry = {
  id: "7",
  at: "2026-11-22 14:03:05.123456+00",
  email: "ana@demo.example",
  role: "super_admin",
  isSystem: false,
  action: "customer.disable",
  module: "customers",
  record: "C-7F3K2M",
  details: { from: "enabled", to: "disabled", reason: "suspected_fraud" },
};
const said = (more: Partial<TimelineEntry>, language: Language = "en") =>
  wordEntry({ ...moved, ...more }, "C-7F3K2M", wayIn(language));

describe("a move", () => {
  test("says what, from where to where, who and why", () => {
    expect(said({})).toEqual({
      id: "7",
      at: new Date("2026-11-22T14:03:05.123Z"),
      record: undefined,
      deed: "Disabled",
      detail: "from Enabled to Disabled",
      who: "ana@demo.example (Super Admin)",
      notes: ["Reason: Suspected fraud"],
      changes: [],
      comment: undefined,
    });
  });

  test("says it in Spanish", () => {
    const approval = { approval: "V-7F3K2M", asked: "luz@demo.example" };
    expect(said({ details: { ...moved.details, ...approval } }, "es")).toMatchObject({
      deed: "Deshabilitado",
      detail: "de Habilitado a Deshabilitado",
      notes: ["Motivo: Sospecha de fraude", "Aprobación V-7F3K2M, pedida por luz@demo.example"],
    });
  });

  test("of a rule says the rule, and the fact that triggered it", () => {
    const details = { from: "enabled", to: "disabled", rule: "delinquent_days", credit: "K-7F3K2M", days: 31 };
    const bySystem = { email: "system", role: null, isSystem: true, details };
    expect(said(bySystem).who).toBe("the system, because credit K-7F3K2M is 31 days delinquent");
    expect(said(bySystem, "es").who).toBe("el sistema, porque el crédito K-7F3K2M tiene 31 días de mora");
  });

  test("writes money of a rule as money", () => {
    const details = { from: "paid", to: "active", rule: "outstanding_again", outstanding: "minor:12000000" };
    const { who } = said({ isSystem: true, action: "credit.reopen", details });
    expect(who).toBe("the system, because COP\u00a0120,000 is outstanding again");
  });

  test("names the record where that is not the page's own", () => {
    expect(said({ record: "K-7F3K2M" }).record).toBe("K-7F3K2M");
  });
});

describe("an amount that was decided", () => {
  const disputed = { action: "credit.dispute", details: { from: "active", to: "in_dispute", amount: "minor:30050" } };

  test("is said with what was done", () => {
    expect(said(disputed).detail).toBe("from Active to In Dispute · COP\u00a0300.50");
    expect(said(disputed, "es").detail).toBe("de Activo a En disputa · COP\u00a0300,50");
    const details = { event: "credit.cancel", approval: "V-7F3K2M", amount: "minor:50000" };
    expect(said({ action: "approval.asked", details }).detail).toBe("Cancel · COP\u00a0500");
  });

  test("of a request is said with its instalments", () => {
    const requested = { action: "pre_loan.request", details: { offer: "O-7F3K2M", amount: "minor:500000", instalments: 12 } };
    expect(said(requested).detail).toBe("COP\u00a05,000 · 12 instalments");
    expect(said(requested, "es").detail).toBe("COP\u00a05.000 · 12 cuotas");
  });

  test("is said once, in the history as well; of a rule with its cause alone", () => {
    const entry = { ...moved, isSealed: false };
    expect(wordDetails({ ...entry, ...disputed }, wayIn("en"))).toBe("from Active to In Dispute · COP\u00a0300.50");
    const refinanced = { from: "active", to: "cancelled", rule: "dispute_won", amount: "minor:500" };
    expect(said({ isSystem: true, action: "credit.refinance", details: refinanced }).detail).toBe("from Active to Cancelled");
  });
});

describe("what was said", () => {
  test("is shown to who may see it", () => {
    expect(said({ sealed: { state: "open", words: { comment: "Called on Monday" } } }).comment).toBe("Called on Monday");
  });

  test.each(["hidden", "erased"] as const)("is %s, and told to be", (state) => {
    const { comment, notes } = said({ sealed: { state } });
    expect(comment).toBeUndefined();
    expect(notes).toEqual(["Reason: Suspected fraud", expect.stringContaining(state)]);
  });

  test("of a transfer is its reference", () => {
    const sealed = { state: "open", words: { reference: "TRX-9" } } as const;
    const refunded = { action: "balance.refunded", details: { amount: "minor:8000000" } };
    expect(said({ ...refunded, sealed }).detail).toBe("COP\u00a080,000 · reference TRX-9");
    expect(said({ ...refunded, sealed: { state: "hidden" } }).detail).toBe("COP\u00a080,000");
  });

  test("of a record that is nobody's stands in the entry itself", () => {
    expect(said({ details: { ...moved.details, comment: "New law" } }).comment).toBe("New law");
  });
});

test("an edit says what was and what is, to who may see it", () => {
  const words = {
    before: { phone: "+573001234567", id_type: null, phone_verified: true, address: "" },
    after: { phone: "+573007654321", id_type: "cc", phone_verified: false, address: "Calle 1 {x} <b>" },
  };
  expect(said({ action: "person.edited", details: {}, sealed: { state: "open", words } }).changes).toEqual([
    "Phone Number: +573001234567 → +573007654321",
    "ID type: nothing → C.C.",
    "Phone number verified: yes → no",
    "Address: nothing → Calle 1 {x} <b>",
  ]);
  expect(said({ action: "person.edited", details: {}, sealed: { state: "hidden" } }).changes).toEqual([]);
});

describe("what has no words is shown as its name, never a failure", () => {
  test.each<[string, Partial<TimelineEntry>, object]>([
    ["an action", { action: "moon.landed", details: {} }, { deed: "moon.landed", detail: "" }],
    ["an action without a part", { action: "toString", details: {} }, { deed: "toString", detail: "" }],
    ["a status", { details: { from: "asleep", to: "constructor" } }, { detail: "from asleep to constructor" }],
    ["a status of nothing", { action: "moon.rise", details: { from: "new", to: "full" } }, { detail: "from new to full" }],
    ["a reason", { details: { reason: "hasOwnProperty" } }, { notes: ["Reason: hasOwnProperty"] }],
    ["an event", { action: "approval.asked", details: { event: "moon.land" } }, { detail: "land" }],
    ["a rule", { isSystem: true, details: { rule: "full_moon", days: 3 } }, { who: "the system, because full_moon" }],
    ["no rule", { isSystem: true, details: {} }, { who: "the system" }],
    ["details of odd kinds", { details: { from: 1, to: null, reason: true, event: [], approval: 2 } }, { detail: "", notes: [] }],
  ])("%s", (_, more, shown) => {
    expect(said(more)).toMatchObject(shown);
  });
});

test.each([
  ["approval.asked", { event: "customer.delete", approval: "V-7F3K2M" }, "Approval asked for", "Delete"],
  ["permission.refused", { event: "block" }, "Refused for want of permission", "Block"],
  ["note.added", {}, "Note added", ""],
  ["violation.recorded", { rule: "forged_document", fraud: true }, "Violation recorded", "Forged document, fraud"],
  ["violation.resolved", { rule: "moonlight" }, "Violation resolved", "moonlight"],
  ["consent.withdrawn", { consent: "commercial" }, "Consent withdrawn", "Commercial use accepted"],
  ["consent.withdrawn", { consent: "toString" }, "Consent withdrawn", ""],
  ["person.revealed", { fields: ["phone", "shoe_size"] }, "Personal details revealed", "Phone Number, shoe_size"],
])("%s says what it was about", (action, details, deed, detail) => {
  expect(said({ action, details })).toMatchObject({ deed, detail });
});
