import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { moveByToken } from "#db/move/by-token";
import { createToken, type MadeToken } from "#db/write/token";
import { countCall } from "#db/write/token-call";
import type { Actor, Service } from "#lib/domain/actor";
import { cardMachine } from "#lib/domain/card";
import { scopes } from "#lib/domain/token";
import type { TypedToken } from "#lib/token";
import { sofia } from "#tests/db/portfolio";

export const typedToken: TypedToken = { name: "Holder app", scopes, calls: "120", expires: "" };

/** A token that Sofía makes; all of it that nobody else may know. */
export async function addToken(typed: Partial<TypedToken> = {}, actor: Actor = sofia): Promise<MadeToken> {
  const made = await createToken(actor, { ...typedToken, ...typed }, randomUUID(), "2026-03-15");
  return made.ok ? made : expect.fail(JSON.stringify(made));
}

/** Who calls with a token, which is let pass. */
export async function callerOf({ token }: MadeToken): Promise<Service> {
  const caller = await countCall(token, "10.0.0.9");
  return caller.kind === "service" ? caller.service : expect.fail(caller.kind);
}

/** What an app asks of a card, with the event's first reason and a key of its own unless they are given. */
export function call(service: Service, code: string, event: keyof typeof cardMachine.events, key: string = randomUUID()) {
  return moveByToken(service, { code, event, reason: cardMachine.events[event].reasons?.[0] }, key);
}

export const rulesIn = (outcome: Awaited<ReturnType<typeof moveByToken>>) =>
  outcome.ok ? [] : outcome.refusals.map(({ rule }) => rule);
