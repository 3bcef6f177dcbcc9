import "server-only";
import { randomUUID } from "node:crypto";
import { transaction } from "#db/client";
import { answer } from "#db/write/request";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { storedValues } from "#lib/history";

/** Keeps why an approval was refused to an operator, for the page that tells them; answers the key under which it is found. */
export async function keepRefusals(actor: Actor, approval: string, refusals: readonly Refusal[]): Promise<string> {
  // A key of its own: the form's stays free, so that the form itself may be sent again.
  const key = randomUUID();
  const kept = refusals.map(({ values, ...refusal }) => ({ ...refusal, ...(values && { values: storedValues(values) }) }));
  await transaction((tx) => answer(tx, actor, { key, body: kept }, { kind: "refused", approval, refusals: kept }));
  return key;
}
