import { expect, test } from "vitest";
import { cardMachine } from "#lib/domain/card";
import { creditMachine } from "#lib/domain/credit";
import { customerMachine } from "#lib/domain/customer";
import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { offerMachine } from "#lib/domain/offer";
import { prePaymentMachine } from "#lib/domain/pre-payment";
import { offers } from "#lib/domain/transition";
import { formatOf } from "#lib/list/format";
import { type Language, translators } from "#lib/messages/catalogue";
import { wordMoves } from "#lib/moves";
import { willingFacts } from "#tests/domain/willing";

const asked = {
  ...{ code: "V-7F3K2M", event: "win_dispute_in_part", askedEmail: "bruno@demo.example" },
  ...{ askedAt: "2026-11-22 14:03:05+00", expiresAt: "2026-11-25 14:03:05+00" },
  ...{ reason: null, amountMinor: 300_00n, comment: undefined },
};

const unanswered = { answer: undefined, made: undefined };
const wayIn = (language: Language) => {
  const format = formatOf(language, { timeZone: "UTC", currency: "COP" });
  return { language, t: translators[language], format };
};

function pendingIn(language: Language, more: Partial<Parameters<typeof wordMoves>[0]["pending"][number]> = {}) {
  const machine = creditMachine as AnyMachine;
  const record = { code: "K-7F3K2M", status: "in_dispute" };
  const found = {
    entity: "credit" as const,
    machine,
    record,
    offers: [],
    ...unanswered,
    ...wayIn(language),
  };
  return wordMoves({ ...found, pending: [{ ...asked, ...more }] }).pending[0] ?? expect.fail();
}

test.each([
  ["report_lost", "This cannot be undone: no action leads back to Active."],
  ["cancel", "This cannot be undone."],
  ["block", undefined],
])("a card's %s says whether it can be undone", (event, final) => {
  const record = { code: "D-7F3K2M", status: "active" };
  const found = { entity: "card" as const, machine: cardMachine as AnyMachine, record, pending: [], ...unanswered };
  const offers = [{ event, refusals: [], needsApproval: false, follows: {} }];
  expect(wordMoves({ ...found, offers, ...wayIn("en") }).possible[0]?.final).toBe(final);
});

test("what the role may not do says whose it is, and besides where nobody could do it now", () => {
  const because = (status: string, language: Language) => {
    const machine = offerMachine as AnyMachine;
    const by = { kind: "operator", role: "business" } as const;
    const offered = offers(machine, status, { by, facts: willingFacts("offer", "activate") });
    const found = {
      entity: "offer" as const,
      machine,
      record: { code: "F-7F3K2M", status },
      pending: [],
      ...unanswered,
      ...wayIn(language),
    };
    const said = wordMoves({ ...found, offers: offered }).obstacles.find(({ event }) => event === "activate");
    return said?.because ?? expect.fail();
  };
  const [yours, tuyo] = [
    "Your role may not do this; who may: Super Admin or Account Executive.",
    "Su rol no puede hacer esto; quién puede: Super Admin o Ejecutivo de cuenta.",
  ];
  expect(because("draft", "en")).toEqual([yours]);
  expect(because("draft", "es")).toEqual([tuyo]);
  expect(because("disabled", "en")).toEqual([yours, "Not possible while Disabled-Inactive: only from Draft."]);
});

test.each([
  ["promise", "keep", "open", /^COP\u00a01 of the promised COP\u00a03 are paid; the promise is kept once all of it is\.$/],
  ["promise", "break", "open", /^It is due on Nov 9, 2026 and the business date is Nov 8, 2026; /],
  ["promise", "keep", "withdrawn", /^Not possible while Withdrawn: only from Open\.$/],
  ["credit", "settle", "active", /^COP\u00a05 are outstanding; payments must bring it to COP\u00a00 or less first\.$/],
  ["credit", "refinance", "active", /^with the confirm of the pre-loan that refinances it$/],
] as const)("what the system does by itself says what it waits for: %s.%s", (entity, event, status, said) => {
  const machine: AnyMachine = machines[entity];
  const facts = {
    promise: { paidMinor: 100n, amountMinor: 300n, dueOn: "2026-11-09", businessDate: "2026-11-08", productStatus: "enabled" },
    credit: willingFacts("credit", "settle", { outstandingMinor: 500n, toleranceMinor: 0n }),
  }[entity] as never;
  const offered = offers(machine, status, { by: { kind: "operator", role: "customer" }, facts });
  const record = { code: "M-7F3K2M", status };
  const { obstacles } = wordMoves({ entity, machine, record, offers: offered, pending: [], ...unanswered, ...wayIn("en") });
  const { because, isAutomatic } = obstacles.find((each) => each.event === event) ?? expect.fail();
  expect([because.join(" "), isAutomatic]).toEqual([expect.stringMatching(said), true]);
});

test("what waits for a second operator says how much", () => {
  expect(pendingIn("en").sentence).toMatch(
    /^Decide for the customer in part for COP\u00a0300 waits for approval: bruno@demo.example asked on .+\. It expires on .+\.$/,
  );
  expect(pendingIn("es").sentence).toMatch(
    / por COP\u00a0300 espera aprobación: bruno@demo.example la pidió el .+\. Vence el .+\.$/,
  );
  expect(pendingIn("en", { amountMinor: 0n }).sentence).toMatch(/^Decide for the customer in part waits/);
});

test("it says why, and what was said with it", () => {
  const said = { reason: "duplicate", comment: { state: "open", text: "Seen\n<b>twice</b>" } } as const;
  expect(pendingIn("en", said)).toMatchObject({ code: asked.code, comment: said.comment.text });
  expect(pendingIn("en", said).sentence).toMatch(/ Reason: Duplicate\.$/);
  expect(pendingIn("es", said).sentence).toMatch(/ Motivo: Duplicad[ao]\.$/);
});

test.each(["hidden", "erased"] as const)("what was said that is %s is told to be", (state) => {
  const { sentence, comment } = pendingIn("en", { comment: { state } });
  expect([sentence.endsWith(translators.en(`timeline.${state}`)), comment]).toEqual([true, undefined]);
});

test.each([
  ["en", ["Confirm: from Pending to Completed.", "It became P-7F3K2M.", "And so M-7F3K2M: Keep, to Kept."]],
  ["es", ["Confirmar: de Pendiente a Completado.", "Se convirtió en P-7F3K2M.", "Y por eso M-7F3K2M: Cumplir, a Cumplida."]],
] as const)("what came of a form names what it made before what followed, in %s", (language, lines) => {
  const record = { code: "N-7F3K2M", status: "completed" };
  const done = [
    { entity: "pre_payment", code: "N-7F3K2M", event: "confirm", from: "pending", to: "completed" },
    { entity: "promise", code: "M-7F3K2M", event: "keep", from: "open", to: "kept" },
  ] as const;
  const found = { entity: "pre_payment" as const, machine: prePaymentMachine as AnyMachine, record, offers: [], pending: [] };
  const said = (made: string | undefined) =>
    wordMoves({ ...found, answer: { kind: "moved", done: [...done] }, made, ...wayIn(language) }).result?.lines;
  expect(said("P-7F3K2M")).toEqual(lines);
  expect(said(undefined)).toEqual([lines[0], lines[2]]);
});

test.each([
  ["customer", "block", "enabled", "unblock"],
  ["customer", "block", "disabled", "unblock"],
  ["customer", "disable", "enabled", "enable"],
  ["credit", "dispute", "paid", "lose_dispute"],
  ["credit", "win_dispute", "in_dispute", undefined],
  // Another dispute takes back neither decision.
  ["credit", "win_dispute_in_part", "in_dispute", undefined],
  ["credit", "lose_dispute", "in_dispute", undefined],
] as const)("%s.%s from %s is undone by %s", (entity, event, from, back) => {
  const machine: AnyMachine = { customer: customerMachine as AnyMachine, credit: creditMachine as AnyMachine }[entity];
  const to = machine.events[event]?.to ?? expect.fail();
  const offers = Object.keys(machine.events).map((each) => ({ event: each, refusals: [], needsApproval: false, follows: {} }));
  const answer = { kind: "moved" as const, done: [{ entity, code: "X-7F3K2M", event, from, to }] };
  const record = { code: "X-7F3K2M", status: to };
  const { result } = wordMoves({ entity, machine, record, offers, pending: [], answer, made: undefined, ...wayIn("en") });
  expect(result?.undo?.event).toBe(back);
});

test("a decision that moved nothing comes to no result besides what is told of it", () => {
  const answer = { kind: "moved" as const, done: [] };
  const record = { code: "D-7F3K2M", status: "active" };
  const found = { entity: "card" as const, machine: cardMachine as AnyMachine, record, offers: [], pending: [], made: undefined };
  expect(wordMoves({ ...found, answer, ...wayIn("en") }).result).toBeUndefined();
});
