import { expect, test } from "#tests/e2e/app";
import { addApproval, addDeletion, rowOf } from "#tests/e2e/asking";
import { expectAccessible } from "#tests/e2e/look";
import { addCredit } from "#tests/e2e/portfolio";

test("is accessible and fits, light and dark, wide and narrow", async ({ page, database }) => {
  const { code } = await addDeletion(database);
  await addDeletion(database, { askedBy: "super-admin" });
  const credit = await addCredit(database);
  const noted = { event: "cancel", reason: "purchase_returned", input: { amount: "50000000" } };
  const said = { customerId: null, comment: "Tomás called twice & wants <b>nothing</b> kept. ".repeat(20) };
  await addApproval(database, { entity: "credit", ...credit, ...noted, ...said });
  await page.goto("/approvals");
  await expect(rowOf(page, credit.code)).toContainText("COP 500,000");
  for (const each of [code, credit.code])
    for (const folded of await rowOf(page, each).locator("summary").all()) await folded.click();
  await expectAccessible(page);
});

for (const width of [1280, 390])
  test(`what is decided on is whole, with the buttons in sight, at ${width} px`, async ({ page, database }) => {
    const credit = await addCredit(database, { status: "in_dispute" });
    for (const [event, input] of [
      ["win_dispute_in_part", { amount: "123456700" }],
      ["win_dispute", {}],
    ] as const)
      await addApproval(database, { entity: "credit", ...credit, customerId: null, event, reason: "other", input });
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/approvals");
    await expect(rowOf(page, credit.code)).toHaveCount(2);
    for (const each of await rowOf(page, credit.code).all()) {
      const { cut, right, below } = await each.evaluate((it) => {
        const [what, decline] = [it.querySelector(".event"), it.querySelector("button[value=declined]")];
        if (what === null || decline === null) throw new Error("no cell or no button");
        const [text, button] = [what.getBoundingClientRect(), decline.getBoundingClientRect()];
        return { cut: what.scrollWidth - what.clientWidth, right: button.right, below: button.top - text.top };
      });
      expect(cut).toBeLessThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(below).toBeLessThan(200);
    }
  });
