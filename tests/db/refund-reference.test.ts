import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client";
import { findAskedRefund, listBalanceRefunds } from "#db/read/card-desk";
import { listTimeline } from "#db/read/timeline";
import { decideApproval } from "#db/write/approval";
import { askBalanceRefund } from "#db/write/balance-refund";
import { record } from "#db/write/history";
import type { Actor } from "#lib/domain/actor";
import { moveByTwo, useRules } from "#tests/db/moving";
import { andres, bruno, carla, clara, sofia } from "#tests/db/portfolio";
import { addWallet } from "#tests/db/purchases";

beforeEach(() => useRules());

const reference = "Transfer to María Pérez";

test("the reference of a transfer is shown to whoever may see personal data, until it is erased", async () => {
  const { customer, account } = await addWallet({ account: { creditBalance: 80_00n } });
  const asked = await askBalanceRefund(bruno, { account: account.code, reference }, randomUUID());
  const seenBy = async (actor: Actor) => [
    (await findAskedRefund(actor, account.code))?.reference,
    ...(await listBalanceRefunds(actor, account.code)).rows.map((each) => each.reference),
    ...(await listTimeline(actor, { record: account.code })).entries.flatMap(({ sealed }) => sealed ?? []),
  ];
  for (const actor of [bruno, sofia]) expect(await seenBy(actor)).toEqual([reference]);
  for (const actor of [andres, carla]) expect(await seenBy(actor)).toEqual([undefined]);
  await decideApproval(clara, (asked.ok && asked.kind === "asked" && asked.approval) || "", true, randomUUID());
  const open = { state: "open", words: { reference } };
  for (const actor of [bruno, sofia]) expect(await seenBy(actor)).toEqual([undefined, reference, open]);
  for (const actor of [andres, carla]) expect(await seenBy(actor)).toEqual([undefined, undefined, { state: "hidden" }]);
  await moveByTwo("account", account.code, "cancel", { reason: "holder_request", typed: account.code });
  await moveByTwo("customer", customer.code, "delete", { reason: "holder_request", typed: customer.code });
  for (const actor of [sofia, carla]) expect(await seenBy(actor)).toEqual([undefined, undefined, { state: "erased" }]);
});

test("one that the history has in clear, of before it was sealed, is shown as if it were", async () => {
  const shown = async (actor: Actor, status: "enabled" | "deleted") => {
    const { customer, account } = await addWallet({ customer: { status } });
    const deed = { action: "balance.refunded", module: "accounts", record: account.code, customer: customer.code } as const;
    await record(db, bruno, { ...deed, details: { amount: "minor:100", reference } });
    return (await listTimeline(actor, { record: account.code })).entries;
  };
  const [open, hidden, erased] = [await shown(sofia, "enabled"), await shown(andres, "enabled"), await shown(sofia, "deleted")];
  expect(open).toMatchObject([{ details: { amount: "minor:100" }, sealed: { state: "open", words: { reference } } }]);
  expect(hidden.concat(erased).map(({ sealed }) => sealed)).toEqual([{ state: "hidden" }, { state: "erased" }]);
  expect(JSON.stringify(hidden.concat(erased))).not.toContain(reference);
});
