import { describe, expect, test } from "vitest";
import { type Asked, decisionOf } from "#lib/approvals";
import type { AnyMachine } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { followsSentence } from "#lib/follows";
import { formatOf } from "#lib/list/format";
import { languages, translators } from "#lib/messages/catalogue";
import { followsWords } from "#lib/messages/follows";
import { willingFacts } from "#tests/domain/willing";

const every = entities.flatMap((entity) =>
  Object.entries((machines[entity] as AnyMachine).events).map(([event, { by, follows }]) => {
    const values = follows?.(willingFacts(entity, event)) ?? {};
    return { entity, event, isAsked: by.permission !== undefined, follows: values };
  }),
);

describe.each(languages)("in %s", (language) => {
  const way = { language, t: translators[language], format: formatOf(language, { timeZone: "America/Bogota", currency: "COP" }) };
  const stopping = (credits: number) => ({ entity: "product", event: "deactivate", follows: { credits } }) as const;

  test("every event that an operator may ask for says what follows, and those alone", () => {
    for (const { isAsked, ...each } of every)
      expect(followsSentence(each, way) === undefined, `${each.entity}.${each.event}`).toBe(!isAsked);
    expect(every.filter(({ isAsked }) => isAsked)).toHaveLength(Object.keys(followsWords.en).length);
  });

  test("none names a code", () => {
    for (const each of every) expect(followsSentence(each, way) ?? "").not.toMatch(/[a-z]_[a-z]/);
  });

  test("a request on an account releases a hold, and no other does", () => {
    const said = (event: string, isOnAccount: boolean) => {
      const follows = machines.pre_loan.events.reject.follows?.(willingFacts("pre_loan", event, { isOnAccount })) ?? {};
      return followsSentence({ entity: "pre_loan", event, follows }, way);
    };
    const hold = { en: "hold", es: "retención" }[language];
    for (const event of ["confirm", "reject"]) {
      expect(said(event, true)).toContain(hold);
      expect(said(event, false)).not.toContain(hold);
    }
  });

  test("a request that refinances names the credit that it closes", () => {
    const refinances = { code: "K-7F3K2M", status: "active", isTheirs: true };
    const said = (change: object) => {
      const follows = machines.pre_loan.events.confirm.follows?.(willingFacts("pre_loan", "confirm", change)) ?? {};
      return followsSentence({ entity: "pre_loan", event: "confirm", follows }, way);
    };
    expect(said({ refinances })).toContain("K-7F3K2M");
    expect(said({})).not.toMatch(/K-|none/);
  });

  test.each([
    [0, { en: "no credit stops with it", es: "ningún crédito se detiene con él" }],
    [1, { en: "1 credit, active or in dispute, stops with it", es: "1 crédito, activo o en disputa, se detiene con él" }],
    [1234, { en: "1,234 credits,", es: "1.234 créditos," }],
  ])("a deactivation says that %i credits stop, and so does its approval", (credits, said) => {
    expect(followsSentence(stopping(credits), way)).toContain(said[language]);
    const asked: Asked = {
      ...{
        code: "V-222222",
        event: "product.deactivate",
        follows: { credits },
        state: "pending",
        status: "enabled",
        isOwn: false,
        isOfEarlierDispute: false,
      },
      ...{ expiresAt: "2026-03-01T10:00:00Z", decidedEmail: null, decidedAt: null },
    };
    const { form } = decisionOf(asked, { role: "super_admin" }, { back: "/approvals", key: "" }, way);
    expect(form?.grave).toContain(said[language]);
  });
});
