import { describe, expect, test } from "vitest";
import { roles } from "#lib/domain/actor";
import { type AnyMachine, eventsOf } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";
import { defaultRules } from "#lib/domain/rules";
import { transition } from "#lib/domain/transition";
import { contractOf } from "#tests/domain/contract";
import { willingFacts } from "#tests/domain/willing";

const admin = { kind: "operator", role: "super_admin" } as const;

const every = entities.flatMap((entity) => {
  const machine: AnyMachine = machines[entity];
  return eventsOf(machine).map((event) => {
    const said = contractOf(entity).events[event] ?? expect.fail(`no ${event}`);
    const [reason] = said.reasons;
    const ask = (attempt: object) =>
      transition(machine, said.from[0] ?? "", event, { by: admin, facts: willingFacts(entity, event), ...attempt });
    return { entity, event, said, ask, reason: reason === undefined ? {} : { reason } };
  });
});
type Case = (typeof every)[number];

const refusedBy = (rule: string) => ({ ok: false, refusals: [{ rule }] });
const done = expect.objectContaining({ ok: true });

describe.each(every)("$entity: $event", ({ said, ask, reason }) => {
  test.each(roles)("by %s", (role) => {
    const refused = refusedBy(said.roles.length === 0 ? "automatic" : "permission");
    expect(ask({ by: { kind: "operator", role }, ...reason })).toEqual(said.roles.includes(role) ? done : refused);
  });

  test("by the endpoint with its token", () => {
    expect(ask({ by: { kind: "service" }, ...reason })).toEqual(said.service ? done : refusedBy("permission"));
  });

  test("by the system, with a reason or without", () => {
    const answer = said.system === undefined ? refusedBy("permission") : done;
    expect(ask({ by: { kind: "system" }, ...reason })).toEqual(answer);
    expect(ask({ by: { kind: "system" } })).toEqual(answer);
  });

  test("the system never waits for an approval", () => {
    if (said.system !== undefined) expect(ask({ by: { kind: "system" } })).toMatchObject({ needsApproval: false });
  });
});

describe.each(every.filter(({ said }) => said.roles.length > 0))("the reason of $entity: $event", ({ said, ask }) => {
  test("is one of the contract's", () => {
    for (const reason of said.reasons) expect(ask({ reason, comment: "Why" }), reason).toMatchObject({ ok: true });
  });

  test("is not left out", () => {
    expect(ask({})).toEqual(said.reasons.length === 0 ? done : refusedBy("reason_missing"));
  });

  test.each(["", "weather", "toString"])("is no foreign one: “%s”", (reason) => {
    expect(ask({ reason })).toEqual(refusedBy("reason_unknown"));
  });

  test.each([undefined, "", " \n\t"])("other needs a comment, which %j is not", (comment) => {
    const answer = refusedBy(said.reasons.includes("other") ? "comment_missing" : "reason_unknown");
    expect(ask({ reason: "other", ...(comment !== undefined && { comment }) })).toEqual(answer);
  });
});

test.each(every.filter(({ said }) => typeof said.fourEyes !== "string" && said.roles.length > 0))(
  "$entity: $event waits for a second operator as the contract says",
  ({ said, ask, reason }: Case) => expect(ask(reason)).toMatchObject({ needsApproval: said.fourEyes === true }),
);

test("a rule waits for nobody, whatever an operator would wait for", () => {
  const facts = willingFacts("pre_loan", "confirm", { rules: { ...defaultRules, confirmLimitMinor: 0n } });
  expect(transition(machines.pre_loan, "pending", "confirm", { by: admin, facts })).toMatchObject({ needsApproval: true });
  const bySystem = { by: { kind: "system" }, facts } as const;
  expect(transition(machines.pre_loan, "pending", "confirm", bySystem)).toMatchObject({ ok: true, needsApproval: false });
});

test.each([
  [1001n, "enabled", true],
  [1000n, "enabled", false],
  [1000n, "disabled", true],
] as const)("confirming a pre-loan of %s, its customer %s", (amountMinor, customerStatus, needsApproval) => {
  const rules = { ...defaultRules, confirmLimitMinor: 1000n };
  const refinances = { code: "K-7F3K2M", status: "active", isTheirs: true } as const;
  const limits = { amountMinMinor: null, amountMaxMinor: null };
  const facts = willingFacts("pre_loan", "confirm", { amountMinor, customerStatus, rules, refinances, ...limits });
  expect(transition(machines.pre_loan, "pending", "confirm", { by: admin, facts })).toMatchObject({ ok: true, needsApproval });
});

test("confirming a pre-loan of any amount where the project has no limit", () => {
  const facts = willingFacts("pre_loan", "confirm", { rules: defaultRules, amountMinor: 10n ** 15n, amountMaxMinor: null });
  expect(transition(machines.pre_loan, "pending", "confirm", { by: admin, facts })).toMatchObject({ needsApproval: false });
});

test.each([
  [0n, false],
  [1n, true],
] as const)("canceling a credit with %s outstanding", (outstandingMinor, needsApproval) => {
  const facts = willingFacts("credit", "cancel", { outstandingMinor, givenMinor: outstandingMinor });
  const attempt = { by: admin, facts, reason: "early_payoff" };
  expect(transition(machines.credit, "active", "cancel", attempt)).toMatchObject({ ok: true, needsApproval });
});

test("a wrong status hides the guards; else all that stands in the way is named at once", () => {
  const facts = willingFacts("customer", "delete", { activeCredits: 2, openAccounts: 1 });
  expect(transition(machines.customer, "deleted", "delete", { by: admin, facts })).toMatchObject({
    refusals: [{ rule: "status" }, { rule: "reason_missing" }],
  });
  expect(transition(machines.customer, "enabled", "delete", { by: admin, facts })).toEqual({
    ok: false,
    refusals: [
      { rule: "no_active_credit", values: { count: 2 } },
      { rule: "every_account_canceled", values: { count: 1 } },
      { rule: "reason_missing" },
    ],
  });
});
