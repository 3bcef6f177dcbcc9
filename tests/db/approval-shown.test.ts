import { beforeEach, expect, test } from "vitest";
import { findMoves } from "#db/read/moves";
import { asked, decide } from "#tests/db/asking";
import { ask, useRules } from "#tests/db/moving";
import { addOffer, carla, clara } from "#tests/db/portfolio";

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
