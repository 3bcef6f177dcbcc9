import type { Change } from "#db/move/change";
import type { Done } from "#db/move/moving";
import type { Refusal } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";

/** What an operator asks of a record, whose page showed it after so many moves. */
export type Order = {
  entity: Entity;
  code: string;
  event: string;
  moves: number;
  reason?: string | undefined;
  comment?: string | undefined;
  amountMinor?: bigint | undefined;
  /** Of the transfer by which money is paid out. */
  reference?: string | undefined;
  /** The record's ID, typed where the event is grave. */
  typed?: string | undefined;
};

/** What came of it: the moves that were made, or the ID of the approval that a second operator has to give. */
export type Answer = { kind: "moved"; done: Done[] } | { kind: "asked"; approval: string };

export type Outcome =
  | ({ ok: true } & Answer)
  | { ok: false; kind: "refused"; refusals: [Refusal, ...Refusal[]] }
  | { ok: false; kind: "changed"; change: Change }
  | { ok: false; kind: "unknown" };
