import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { assignRow, dismissRow } from "#db/write/bank-resolve";
import { payBank, rowsIn } from "#tests/db/bank-files";
import { entriesOf, lent, useRules } from "#tests/db/moving";
import { andres, bruno, creditNow, sofia } from "#tests/db/portfolio";

let turn = 0;
/** A reference that no other test uses. */
const ref = () => `TRX-${++turn}`;

beforeEach(() => useRules());

describe("a row without a known credit", () => {
  const unmatched = async (amount = "1.00", date = "2026-03-10") => {
    const { id } = await payBank(`K-777777,${amount},${date},${ref()}`);
    const [row] = await rowsIn(id);
    return { importId: id, row: row?.id ?? "" };
  };

  test("is assigned once to the credit that it was for, and paid as if it had named it", async () => {
    const { id, code } = await lent();
    const { importId, row } = await unmatched();
    const key = randomUUID();
    const twice = await Promise.all([assignRow(bruno, { row, code }, key), assignRow(bruno, { row, code }, key)]);
    expect(twice).toEqual([
      { ok: true, code: importId },
      { ok: true, code: importId },
    ]);
    expect(await assignRow(sofia, { row, code }, randomUUID())).toEqual({ ok: false, refusals: [{ rule: "row_over" }] });
    expect(await creditNow(id)).toMatchObject({ outstanding: 400n });
    expect(await rowsIn(importId)).toMatchObject([{ state: "assigned", status: "completed" }]);
    expect((await entriesOf(importId)).at(-1)).toMatchObject({ action: "bank_row.assigned", details: { line: "2" } });
  });

  test("is set aside with a reason", async () => {
    const { importId, row } = await unmatched();
    expect(await dismissRow(bruno, { row, dismissal: "not_ours" }, randomUUID())).toMatchObject({ ok: true });
    expect(await rowsIn(importId)).toMatchObject([{ state: "dismissed", status: null }]);
    const [again] = [await assignRow(bruno, { row, code: (await lent()).code }, randomUUID())];
    expect(again).toEqual({ ok: false, refusals: [{ rule: "row_over" }] });
  });

  test("stays where it does not fit, or nobody may", async () => {
    const { row, importId } = await unmatched("1.00", "2026-01-01");
    const rules = async (code: string, actor = bruno) => {
      const outcome = await assignRow(actor, { row, code }, randomUUID());
      return outcome.ok ? [] : outcome.refusals.map(({ rule }) => rule);
    };
    expect(await rules("K-666666")).toEqual(["target_none"]);
    expect(await rules((await lent()).code)).toEqual(["row_too_early"]);
    expect(await rules((await lent()).code, andres)).toEqual(["permission"]);
    expect(await dismissRow(andres, { row, dismissal: "duplicate" }, randomUUID())).toMatchObject({ ok: false });
    expect(await rowsIn(importId)).toMatchObject([{ state: "unmatched" }]);
  });
});
