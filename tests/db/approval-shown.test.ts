import { beforeEach, expect, test } from "vitest";
import { approvalList } from "#app/approvals/list";
import { findMoves } from "#db/read/moves";
import { asked, decide } from "#tests/db/asking";
import { pageAt } from "#tests/db/lists";
import { ask, lent, useRules } from "#tests/db/moving";
import { addOffer, carla, clara, moveNow, sofia } from "#tests/db/portfolio";

beforeEach(() => useRules());

test("what waits is shown whole, what was said to who may see what is personal", async () => {
  const { code, said } = await asked();
  const open = { state: "open", text: said.comment };
  for (const [actor, comment] of [[clara, open] as const, [carla, { state: "hidden" }] as const]) {
    const { pending } = (await findMoves(actor, "credit", code)) ?? expect.fail();
    expect(pending).toMatchObject([{ amountMinor: 500n, reason: said.reason, comment }]);
  }
});

test("what waits of a record that is nobody's is shown whole to everybody; and nothing said is nothing shown", async () => {
  await useRules({ fourEyes: ["offer.disable", "offer.enable"] });
  const { code } = await addOffer();
  const approval = await ask("offer", code, "disable", { reason: "other", comment: "Rates went up" });
  const comment = { state: "open", text: "Rates went up" };
  expect(await findMoves(carla, "offer", code)).toMatchObject({ pending: [{ reason: "other", comment }] });
  await decide(clara, approval);
  await ask("offer", code, "enable");
  const nothing = { reason: null, amountMinor: undefined, comment: undefined };
  expect(await findMoves(carla, "offer", code)).toMatchObject({ pending: [nothing] });
});

test("what waits since an earlier dispute is told from what was asked for in the open one, on its record and in the list", async () => {
  const { code } = await lent();
  const told = async () => {
    const { pending } = (await findMoves(clara, "credit", code)) ?? expect.fail();
    const { rows } = await pageAt(await approvalList(), "what=credit_win_dispute&state=pending");
    return [...pending, ...rows.map((row) => row.at(-1))];
  };
  const dispute = () => moveNow(sofia, "credit", code, "dispute", { reason: "duplicate", amountMinor: 500n });
  await dispute();
  const approval = await ask("credit", code, "win_dispute");
  const both = (isOfEarlierDispute: boolean) => [approval, approval].map((each) => ({ code: each, isOfEarlierDispute }));
  expect(await told()).toMatchObject(both(false));
  await moveNow(sofia, "credit", code, "lose_dispute");
  expect(await told()).toMatchObject(both(false));
  await dispute();
  expect(await told()).toMatchObject(both(true));
});
