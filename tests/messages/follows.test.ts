import { describe, expect, test } from "vitest";
import { type Asked, decisionOf } from "#lib/approvals";
import type { AnyMachine } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { followsSentence } from "#lib/follows";
import { formatOf } from "#lib/list/format";
import { languages, translators } from "#lib/messages/catalogue";
import { followsWords } from "#lib/messages/follows";
import { machineWords } from "#lib/messages/machines";
import { willingFacts } from "#tests/domain/willing";

const every = entities.flatMap((entity) =>
  Object.entries((machines[entity] as AnyMachine).events).map(([event, { effects, follows }]) => {
    const values = follows?.(willingFacts(entity, event)) ?? {};
    return { entity, event, effects, follows: values };
  }),
);

describe.each(languages)("in %s", (language) => {
  const way = { language, t: translators[language], format: formatOf(language, { timeZone: "America/Bogota", currency: "COP" }) };
  const stopping = (credits: number) => ({ entity: "product", event: "deactivate", follows: { credits } }) as const;

  test("every event with effects says what follows, and those alone", () => {
    for (const { effects, ...each } of every)
      expect(followsSentence(each, way) === undefined, `${each.entity}.${each.event}`).toBe(effects === undefined);
  });

  test("words of their own are of an event, and the machine's are not in them", () => {
    const own = every.filter(({ entity, event }) => `${entity}_${event}` in followsWords.en);
    expect(own).toHaveLength(Object.keys(followsWords.en).length);
    for (const { entity, event, follows } of own) {
      const words: Readonly<Record<string, { effects?: string }>> = machineWords[language][entity].events;
      expect(followsSentence({ entity, event, follows }, way)).not.toContain(words[event]?.effects);
    }
  });

  test("a registration names no column", () => {
    expect(followsSentence({ entity: "customer", event: "register", follows: {} }, way)).not.toMatch(/_/);
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
      },
      ...{ expiresAt: "2026-03-01T10:00:00Z", decidedEmail: null, decidedAt: null },
    };
    const { form } = decisionOf(asked, { role: "super_admin" }, { back: "/approvals", key: "" }, way);
    expect(form?.grave).toContain(said[language]);
  });
});
