import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findImport, listFaults } from "#db/read/import";
import { cardMessages } from "#db/schema/card-message";
import { processorLines } from "#db/schema/processor";
import { checkFile } from "#db/write/import-check";
import { commitProcessor } from "#db/write/processor-commit";
import { useRules } from "#tests/db/moving";
import { addCard, bruno, clara } from "#tests/db/portfolio";
import { addPlain, creditsOf, flagsOf, type MadeWallet, wallet } from "#tests/db/purchases";

beforeEach(() => useRules());

const header = "external_id,kind,card_id,account_id,last_four,amount,currency,merchant,at,purchase_id";

/** A row of a file: a purchase of 100 with a card. */
function row({ card }: MadeWallet, externalId: string, kind: string, more: Partial<Record<string, string>> = {}): string {
  const said = {
    external_id: externalId,
    kind,
    card_id: card.code,
    amount: "100",
    currency: "COP",
    merchant: "Éxito",
    at: "2026-03-12T15:00:00Z",
  };
  const all: Partial<Record<string, string>> = { ...said, ...more };
  return header
    .split(",")
    .map((name) => all[name] ?? "")
    .join(",");
}

async function check(...lines: string[]): Promise<string> {
  const checked = await checkFile(bruno, Readable.from([Buffer.from([header, ...lines].join("\n"))]));
  return checked.ok ? checked.id : expect.fail(checked.refusal.reason);
}

async function bring(...lines: string[]) {
  const id = await check(...lines);
  await commitProcessor(bruno, id);
  return (await findImport(bruno, id)) ?? expect.fail();
}

const faultsOf = async (id: string) =>
  (await listFaults(id, 50)).map(({ line, column, reason }) => `${line} ${column ?? "-"} ${reason}`);

describe("a processor's file", () => {
  test("is known by its first line, checked, and told once committed", async () => {
    const its = await addPlain();
    const id = await check(row(its, "p1", "authorization"), row(its, "p1", "settlement"));
    expect(await findImport(bruno, id)).toMatchObject({ kind: "processor", status: "checked", rows: 2, good: 2, bad: 0 });
    expect(await creditsOf(its.account.id)).toEqual([]);
    expect(await commitProcessor(bruno, id)).toMatchObject({ status: "committed", added: 2 });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 100_00n, authorized: 0n });
    expect(await flagsOf(its.account.id)).toEqual([]);
    expect(await db.$count(processorLines)).toBe(0);
  });

  test("comes to the same in any order of its rows, and over several files", async () => {
    const [one, other] = [await addPlain(), await addPlain()];
    const told = (its: MadeWallet, id: string) => [
      row(its, id, "refund", { amount: "30", at: "2026-03-14T10:00:00Z" }),
      row(its, id, "settlement", { at: "2026-03-13T10:00:00Z" }),
      row(its, id, "authorization"),
      row(its, `${id}b`, "reversal", { at: "2026-03-12T18:00:00Z" }),
      row(its, `${id}b`, "authorization"),
    ];
    await bring(...told(one, "q1"));
    for (const line of told(other, "q2")) await bring(line);
    const same = { debt: 70_00n, authorized: 0n, creditBalance: 0n };
    expect(await wallet(one.account.id)).toMatchObject(same);
    expect(await wallet(other.account.id)).toMatchObject(same);
    expect([await flagsOf(one.account.id), await flagsOf(other.account.id)]).toEqual([[], []]);
  });

  test("twice books nothing twice, nor a row that is twice in it", async () => {
    const its = await addPlain();
    const lines = [row(its, "d1", "settlement"), row(its, "d1", "settlement"), row(its, "d2", "settlement")];
    expect(await bring(...lines)).toMatchObject({ good: 2, repeated: 1, added: 2 });
    expect(await findImport(bruno, await check(...lines))).toMatchObject({ good: 0, repeated: 1, known: 2 });
    expect(await creditsOf(its.account.id)).toHaveLength(2);
  });

  test("names a card by its account and last four digits", async () => {
    const its = await addPlain({ card: { lastFour: "0042", status: "canceled" } });
    const newer = await addCard(its.account.id, { lastFour: "0042", status: "active" });
    await bring(row(its, "n1", "settlement", { card_id: "", account_id: its.account.code.toLowerCase(), last_four: "0042" }));
    expect(await creditsOf(its.account.id)).toMatchObject([{ cardId: newer.id }]);
  });

  test("tells of each bad row what is wrong, and none of it is kept", async () => {
    const its = await addPlain();
    const id = await check(
      row(its, "b1", "purchase"),
      row(its, "b2", "settlement", { amount: "0" }),
      row(its, "b3", "settlement", { currency: "USD" }),
      row(its, "b4", "settlement", { card_id: "D-222222" }),
      row(its, "b5", "settlement", { card_id: "", last_four: "0042" }),
      row(its, "b6", "settlement", { last_four: "4111111111111111" }),
      row(its, "b7", "settlement", { merchant: "4111 1111 1111 1111" }),
      row(its, "b8", "settlement", { at: "2099-01-01" }),
      row(its, "b9", "settlement"),
      row(its, "b9", "settlement", { amount: "200" }),
      row(its, "b10", "settlement", { amount: "-5", at: "yesterday" }),
      row(its, "b11", "settlement", { card_id: its.card.code, last_four: "9999" }),
    );
    expect((await faultsOf(id)).toSorted()).toEqual(
      [
        "2 kind bad_kind",
        "3 amount bad_amount",
        "4 currency other_currency",
        "5 card_id unknown_card",
        "6 card_id missing",
        "7 last_four bad_last_four",
        "8 merchant card_number",
        "9 at in_future",
        "11 external_id differs_from_line",
        "12 amount bad_amount",
        "12 at bad_date",
        "13 card_id unknown_card",
      ].toSorted(),
    );
    expect(await findImport(bruno, id)).toMatchObject({ good: 1, bad: 11 });
    expect(await db.$count(cardMessages, eq(cardMessages.accountId, its.account.id))).toBe(0);
  });

  test("with other content under a known external ID is refused", async () => {
    const its = await addPlain();
    await bring(row(its, "k1", "settlement"));
    const id = await check(row(its, "k1", "settlement", { amount: "101" }));
    expect(await faultsOf(id)).toEqual(["2 external_id differs_from_record"]);
  });

  test("lists what could not be booked after all", async () => {
    const its = await addPlain();
    const [one, other] = [await check(row(its, "l1", "settlement")), await check(row(its, "l1", "settlement", { amount: "7" }))];
    await commitProcessor(bruno, one);
    expect(await commitProcessor(bruno, other)).toMatchObject({ status: "committed", good: 1, added: 0 });
    expect(await faultsOf(other)).toEqual(["2 - differs_from_record"]);
  });

  test("committed by two at once, or again, is told once", async () => {
    const its = await addPlain();
    const id = await check(...Array.from({ length: 20 }, (_, place) => row(its, `t${place}`, "settlement", { amount: "10" })));
    await Promise.all([commitProcessor(bruno, id), commitProcessor(clara, id)]);
    await commitProcessor(bruno, id);
    expect(await findImport(bruno, id)).toMatchObject({ status: "committed", added: 20 });
    expect(await wallet(its.account.id)).toMatchObject({ debt: 200_00n });
  });

  test("interrupted between a row and its count goes on, and counts it", async () => {
    const its = await addPlain();
    const lines = [row(its, "i1", "settlement"), row(its, "i2", "settlement")];
    const id = await check(...lines);
    const [staged] = await db.select().from(processorLines).where(eq(processorLines.importId, id)).orderBy(processorLines.line);
    await bring(lines[0] ?? "");
    expect(staged?.externalId).toBe("i1");
    expect(await commitProcessor(bruno, id)).toMatchObject({ added: 2 });
    expect(await creditsOf(its.account.id)).toHaveLength(2);
  });
});
