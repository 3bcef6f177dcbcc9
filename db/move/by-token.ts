import "server-only";
import { createHash } from "node:crypto";
import { type Tx, transaction } from "#db/client";
import { refusable } from "#db/move";
import { finish } from "#db/move/finish";
import type { Done } from "#db/move/moving";
import { openRecord } from "#db/move/open";
import type { Outcome } from "#db/move/order";
import { judge, make } from "#db/move/step";
import { Refused } from "#db/refused";
import type { Request } from "#db/write/request";
import type { Service } from "#lib/domain/actor";
import { type CardEvent, cardMachine } from "#lib/domain/card";
import type { Refusal } from "#lib/domain/machine";

/** What an app asks of a card. */
export type CardCall = { code: string; event: CardEvent; reason?: string | undefined; comment?: string | undefined };

/** What came of it: the card's move and all that followed from it, or why not; `unknown` is the rule of no such card. */
export type CardOutcome = { ok: true; done: Done[] } | { ok: false; refusals: [Refusal, ...Refusal[]] };

/**
 * Moves a card for an app, by the same rules as for an operator, but that nobody can be asked to approve it. `key` is any
 * text of the app's own: the same call under it acts once and is answered the same.
 */
export async function moveByToken(service: Service, call: CardCall, key: string): Promise<CardOutcome> {
  const order = { entity: "card", ...call } as const;
  const request = { key: keyOf(service, key), body: order };
  const outcome = await refusable(service, order, request, () => transaction((tx) => run(tx, service, call, request)));
  if (outcome.ok && outcome.kind === "moved") return { ok: true, done: outcome.done };
  if (outcome.ok || outcome.kind === "changed") throw new Error("nobody waits for an app, and nobody asks it what it saw");
  return { ok: false, refusals: outcome.kind === "unknown" ? [{ rule: "unknown" }] : outcome.refusals };
}

async function run(tx: Tx, service: Service, { code, event, ...said }: CardCall, request: Request): Promise<Outcome> {
  const { record, moving } = await openRecord(tx, undefined, "card", code);
  if (record === undefined) return { ok: false, kind: "unknown" };
  const name = `card.${event}`;
  if (cardMachine.events[event].by.service !== true) throw new Refused([{ rule: "operators_only" }]);
  if (!service.scopes.includes(name)) throw new Refused([{ rule: "scope" }]);
  const judged = await judge(moving, record, event, said, { kind: "service" });
  if (judged.needsApproval || moving.rules.fourEyes.includes(name)) throw new Refused([{ rule: "four_eyes" }]);
  await make(moving, record, event, judged.to, said);
  return { ok: true, ...(await finish(moving, service, record, request, said)) };
}

/** The keys of a token are its own: no other's can be met, nor found out. */
function keyOf({ subject }: Service, key: string): string {
  const hash = createHash("sha256").update(`${subject} ${key}`).digest("hex");
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
