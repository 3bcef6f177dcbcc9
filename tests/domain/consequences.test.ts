import { describe, expect, test } from "vitest";
import { consequencesOf, type Situation, worstCredit } from "#lib/domain/consequences";
import type { Day } from "#lib/domain/day";
import { account, credit, following, owedAgain, promised, situation, today } from "#tests/domain/situation";

type Cases = [what: string, of: Situation, follows: string[]][];
const yesterday = "2026-11-21" as Day;
const tomorrow = "2026-11-23" as Day;

describe("of a credit", () => {
  const one = (...changes: Parameters<typeof credit>) => situation({ credits: [credit(...changes)] });
  const again = (...changes: Parameters<typeof owedAgain>) => situation({ credits: [owedAgain(...changes)] });
  const settles = ["K-1 settle nothing_outstanding"];
  const reopens = ["K-1 reopen outstanding_again"];
  test.each<Cases[number]>([
    ["what owes as much as the tolerance settles", one({ outstandingMinor: 10n }), settles],
    ["what owes nothing settles", one({ outstandingMinor: 0n, toleranceMinor: 0n }), settles],
    ["what owes a cent more does not", one({ outstandingMinor: 11n }), []],
    ["what is in dispute does not", one({ status: "in_dispute", outstandingMinor: 0n }), []],
    ["what is paid does not settle again", again({ outstandingMinor: 0n }), []],
    ["what owes again reopens", again(), reopens],
    ["also when it was canceled", again({ status: "cancelled", closedBy: "cancel" }), reopens],
    ["but not within the tolerance", again({ outstandingMinor: 10n }), []],
    ["nor when a credit note was for all of it", again({ status: "cancelled", closedBy: "cancel", wasNotedWhole: true }), []],
    ["nor after a refinancing", again({ status: "cancelled", closedBy: "refinance" }), []],
    ["nor after a dispute that was won", again({ status: "cancelled", closedBy: "win_dispute" }), []],
    ["nor when nobody knows what closed it", again({ closedBy: null }), []],
  ])("%s", (_, of, follows) => expect(following(of)).toEqual(follows));
});

describe("of a promise", () => {
  const one = (...changes: Parameters<typeof promised>) => situation({ promises: [promised(...changes)] });
  const keeps = ["T-1 keep promise_paid"];
  test.each<Cases[number]>([
    ["what is paid is kept", one({ paidMinor: 100n }), keeps],
    ["also with more, and when its day is over", one({ paidMinor: 101n, dueOn: yesterday }), keeps],
    ["also of an inactive product", one({ paidMinor: 100n, isProductActive: false }), keeps],
    ["what is unpaid after its day is broken", one({ dueOn: yesterday }), ["T-1 break promise_day_passed"]],
    ["but not on its day", one({ dueOn: today }), []],
    ["nor before", one({ dueOn: tomorrow }), []],
    ["nor of an inactive product", one({ dueOn: yesterday, isProductActive: false }), []],
    ["what was decided stays", one({ status: "broken", paidMinor: 100n }), []],
    ["what was kept stays", one({ status: "kept", paidMinor: 0n, dueOn: yesterday }), []],
    ["what was withdrawn stays", one({ status: "withdrawn", paidMinor: 100n }), []],
  ])("%s", (_, of, follows) => expect(following(of)).toEqual(follows));
});

describe("of an account", () => {
  const grace = { suspendGraceDays: 5 };
  const one = (...changes: Parameters<typeof account>) => situation({ accounts: [account(...changes)], rules: grace });
  const held = { status: "suspended", isHeld: true } as const;
  const suspends = ["A-1 suspend minimum_unmet"];
  test.each<Cases[number]>([
    ["a minimum unmet for longer than the grace suspends", one({ unmetDays: 6 }), suspends],
    ["but not for as long", one({ unmetDays: 5 }), []],
    ["without grace not on its day", situation({ accounts: [account({ unmetDays: 0 })] }), []],
    ["without grace a day later", situation({ accounts: [account({ unmetDays: 1 })] }), suspends],
    ["nor of an inactive product", one({ unmetDays: 99, isProductActive: false }), []],
    ["what is met reinstates", one({ status: "suspended" }), ["A-1 reinstate minimums_met"]],
    ["but not against a hold", one(held), []],
    ["nor while one is unmet, though within the grace", one({ status: "suspended", unmetDays: 1 }), []],
    ["what is canceled stays", one({ status: "canceled", unmetDays: 99 }), []],
  ])("%s", (_, of, follows) => expect(following(of)).toEqual(follows));
});

describe("of a customer", () => {
  const rules = { disableAfterDays: 30, blockAfterDays: 90 };
  const late = (delinquentDays: number, change: Parameters<typeof credit>[0] = {}) => [credit({ delinquentDays, ...change })];
  const disabled = { status: "disabled" } as const;
  const disables = ["C-1 disable delinquent_days"];
  const blocks = ["C-1 block delinquent_days"];
  const cured = ["C-1 enable cured"];
  const always = { disableAfterDays: 0, blockAfterDays: 0 };
  test.each<Cases[number]>([
    ["as many delinquent days as the rule says disable", situation({ rules, credits: late(30) }), disables],
    ["one fewer does not", situation({ rules, credits: late(29) }), []],
    [
      "so does what is only inherited",
      situation({ credits: late(1, { isOnlyInherited: true }) }),
      ["C-1 disable inherited_delinquency"],
    ],
    ["as many as that block", situation({ rules, credits: late(90) }), blocks],
    ["also one who is disabled", situation({ rules, credits: late(90), customer: disabled }), blocks],
    ["one fewer disables only", situation({ rules, credits: late(89) }), disables],
    ["one credit of many is enough", situation({ rules, credits: [credit(), ...late(30, { code: "K-2" })] }), disables],
    ["a disputed credit counts", situation({ rules, credits: late(30, { status: "in_dispute" }) }), disables],
    ["one of an inactive product does not", situation({ rules, credits: late(99, { isProductActive: false }) }), []],
    ["a closed one does not", situation({ rules, credits: late(99, { status: "cancelled" }) }), []],
    ["nobody is delinquent for no days", situation({ rules: always, credits: late(0) }), []],
    ["an open violation disables", situation({ customer: { openViolations: 1 } }), ["C-1 disable open_violation"]],
    ["one marked as fraud blocks", situation({ customer: { openViolations: 1, openFraud: 1 } }), ["C-1 block open_fraud"]],
    ["who is cured is enabled", situation({ customer: disabled }), cured],
    ["but not while a credit is delinquent, however little", situation({ rules, credits: late(1), customer: disabled }), []],
    ["nor with an open violation", situation({ customer: { ...disabled, openViolations: 1 } }), []],
    ["nor against a hold", situation({ customer: { ...disabled, isHeld: true } }), []],
    ["nor where the project does not want it", situation({ rules: { enablesOnCure: false }, customer: disabled }), []],
    ["who is blocked stays", situation({ customer: { status: "blocked" } }), []],
    ["who is deleted stays", situation({ customer: { status: "deleted", openFraud: 1 } }), []],
    ["who has met all registers", situation({ customer: { status: "unregistered" } }), ["C-1 register requirements_met"]],
    ["who lacks something does not", situation({ customer: { status: "unregistered", missing: ["phone"] } }), []],
    [
      "what nobody asks may lack",
      situation({ customer: { status: "unregistered", missing: ["address"] } }),
      ["C-1 register requirements_met"],
    ],
    [
      "consent is asked whatever the project says",
      situation({ rules: { requirements: [] }, customer: { status: "unregistered", missing: ["personal_data_accepted"] } }),
      [],
    ],
    ["a hold does not keep from worse", situation({ rules, credits: late(90), customer: { ...disabled, isHeld: true } }), blocks],
  ])("%s", (_, of, follows) => expect(following(of)).toEqual(follows));
});

test("credits come first, then promises, accounts, and the customer last", () => {
  const of = situation({
    credits: [
      credit({ code: "K-1", outstandingMinor: 0n }),
      owedAgain({ code: "K-2", delinquentDays: 0 }),
      credit({ code: "K-3", delinquentDays: 5 }),
    ],
    promises: [promised({ paidMinor: 100n })],
    accounts: [account({ unmetDays: 3 })],
  });
  expect(consequencesOf(of).map(({ entity, code, event }) => [entity, code, event])).toEqual([
    ["credit", "K-1", "settle"],
    ["credit", "K-2", "reopen"],
    ["promise", "T-1", "keep"],
    ["account", "A-1", "suspend"],
    ["customer", "C-1", "disable"],
  ]);
});

test("each says what triggered it", () => {
  const of = situation({
    credits: [credit({ code: "K-1", outstandingMinor: 7n }), credit({ code: "K-2", delinquentDays: 31 })],
    promises: [promised({ dueOn: yesterday })],
    accounts: [account({ unmetDays: 3 })],
  });
  expect(consequencesOf(of).map(({ values }) => values)).toEqual([
    { outstanding: 7n },
    { paid: 99n, due: yesterday },
    { days: 3 },
    { credit: "K-2", days: 31 },
  ]);
});

test("the worst credit is the most delinquent of those that are open, and settle by nothing", () => {
  const credits = [
    credit({ code: "K-1", delinquentDays: 3 }),
    credit({ code: "K-2", delinquentDays: 8, status: "in_dispute" }),
    credit({ code: "K-3", delinquentDays: 8 }),
    credit({ code: "K-4", delinquentDays: 99, isProductActive: false }),
    credit({ code: "K-5", delinquentDays: 99, status: "paid" }),
    credit({ code: "K-6", delinquentDays: 99, outstandingMinor: 10n }),
  ];
  expect(worstCredit({ credits })).toMatchObject({ code: "K-2", delinquentDays: 8 });
  expect(worstCredit({ credits: [] })).toEqual({ code: "", delinquentDays: 0, isOnlyInherited: false });
});
