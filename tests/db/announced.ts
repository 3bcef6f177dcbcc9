import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { db } from "#db/client";
import { findPayable } from "#db/facts/payable";
import { findObstacles, previewPayment } from "#db/read/coverage";
import { findSight } from "#db/read/rules";
import { announce } from "#db/write/pre-payment";
import type { Day } from "#lib/domain/day";
import type { Announcement, TypedAnnouncement } from "#lib/paying";
import { today } from "#tests/db/moving";
import { bruno } from "#tests/db/portfolio";

const plain = { datedOn: today as Day, type: "voluntary", channel: "platform", isPayoff: false } as const;
/** A voluntary payment by the platform, today. */
export const say = (code: string, amountMinor: bigint, more: Partial<Announcement> = {}): Announcement => ({
  ...{ code, amountMinor, ...plain },
  ...more,
});
/** The same as an operator types it. */
export const typed = ({ amountMinor, datedOn, ...said }: Announcement): TypedAnnouncement => ({
  ...said,
  amount: `${amountMinor / 100n}.${`${amountMinor % 100n}`.padStart(2, "0")}`,
  day: datedOn,
});
/** Announces a payment; its ID. */
export const announced = async (said: Announcement, actor = bruno, key = randomUUID()) => {
  const outcome = await announce(actor, typed(said), key);
  return outcome.ok ? outcome.code : expect.fail(JSON.stringify(outcome, (_, it) => (typeof it === "bigint" ? `${it}` : it)));
};
export const rulesOf = async (said: Announcement, actor = bruno) => {
  const outcome = await announce(actor, typed(said), randomUUID());
  return outcome.ok ? [] : outcome.refusals.map(({ rule }) => rule);
};
export const foreseenOf = async (said: Announcement) => {
  const payable = (await findPayable(db, said.code)) ?? expect.fail("no such credit");
  return previewPayment(await findSight(db), payable, said);
};
export const obstaclesTo = async (said: Announcement) => {
  const payable = (await findPayable(db, said.code)) ?? expect.fail("no such credit");
  return (await findObstacles(await findSight(db), payable, said)).map(({ rule }) => rule);
};
