import { describe, expect, test } from "vitest";
import { type Asked, decisionOf } from "#lib/approvals";
import type { Role } from "#lib/domain/actor";
import { formatOf } from "#lib/list/format";
import { languages, translators } from "#lib/messages/catalogue";

const asked: Asked = {
  ...{ code: "V-222222", event: "credit.win_dispute", follows: {}, state: "pending", status: null, isOwn: false },
  ...{ isOfEarlierDispute: false, expiresAt: "2026-03-01T10:00:00Z", decidedEmail: null, decidedAt: null },
};

describe.each(languages)("in %s", (language) => {
  const t = translators[language];
  const way = { language, t, format: formatOf(language, { timeZone: "America/Bogota", currency: "COP" }) };
  const decision = (more: Partial<Asked>, role: Role = "super_admin") =>
    decisionOf({ ...asked, ...more }, { role }, { back: "/approvals", key: "" }, way);

  test.each([
    ["credit.win_dispute", true],
    ["credit.cancel", true],
    ["customer.delete", true],
    ["card.report_lost", true],
    ["credit.win_dispute_in_part", false],
    ["product.deactivate", false],
  ])("before %s is approved it is said what follows, and whether it lasts: %s", (event, isForEver) => {
    const { form } = decision({ event, follows: { credits: 1 } });
    expect([form?.grave, form?.grave?.includes(t("move.final"))]).toEqual([expect.stringMatching(/\w+ \w+/), isForEver]);
  });

  test.each(["customer.disable", "card.suspend", "account.refund"])("%s is approved at once", (event) => {
    expect(decision({ event }).form).toEqual(expect.not.objectContaining({ grave: expect.anything() }));
  });

  test("whose role may not decide is told whose may", () => {
    const { note, form } = decision({ event: "product.reactivate" }, "business");
    expect(note).toContain(t("move.not_your_role", { roles: t("role.super_admin") }));
    expect(form).toBeUndefined();
  });

  test("what its record has left behind can only be declined, and says why", () => {
    const part = { event: "credit.win_dispute_in_part", status: "active" };
    expect(decision({ ...part, status: "in_dispute" }).form?.approve).toBe(t("approvals.approve"));
    const { note, form } = decision(part);
    expect(note).toMatch(
      { en: /only declined: .* while Active: only from In Dispute\.$/, es: /solo negar: .*: solo desde / }[language],
    );
    expect(form).toEqual({ fields: expect.anything(), decline: t("approvals.decline") });
    const own = decision({ ...part, isOwn: true });
    expect([own.note, own.form]).toEqual([`${note} ${t("approvals.own")}`, undefined]);
  });

  test("what was asked for in an earlier dispute can only be declined, and says why", () => {
    const { note, form } = decision({ event: "credit.win_dispute_in_part", status: "in_dispute", isOfEarlierDispute: true });
    expect(note).toMatch({ en: /only declined: .* earlier dispute/, es: /solo negar: .* disputa anterior/ }[language]);
    expect(form).toEqual({ fields: expect.anything(), decline: t("approvals.decline") });
  });
});
