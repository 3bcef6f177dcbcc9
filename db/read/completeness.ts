import "server-only";
import { offerFacts } from "#db/facts/catalogue";
import type { Sight } from "#db/facts/sight";
import { findMoved, type Moved } from "#db/move/record";
import type { Refusal } from "#lib/domain/machine";
import { offerMachine } from "#lib/domain/offer";
import { offers as eventsOf } from "#lib/domain/transition";

/** What stands in the way of activating or enabling an offer, besides the state that it is in: its guards' own refusals. */
export async function missingIn(sight: Sight, offer: Moved): Promise<Refusal[]> {
  const facts = await offerFacts(sight, offer);
  const by = { kind: "operator", role: "super_admin" } as const;
  return eventsOf(offerMachine, "draft", { by, facts }).find(({ event }) => event === "activate")?.refusals ?? [];
}

export async function findMissing(sight: Sight, code: string): Promise<Refusal[]> {
  const offer = await findMoved(sight.db, "offer", code);
  return offer === undefined ? [] : missingIn(sight, offer);
}
