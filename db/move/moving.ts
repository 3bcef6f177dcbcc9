import "server-only";
import type { Tx } from "#db/client";
import type { Said, Sight } from "#db/facts/sight";
import type { Moved } from "#db/move/record";
import type { Actor } from "#lib/domain/actor";
import type { Values } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import type { By } from "#lib/domain/transition";
import type { storedValues } from "#lib/history";

/** One transition that was made: by an operator, or by a rule because of what it saw. */
export type Done = {
  entity: Entity;
  code: string;
  customer: string | null;
  event: string;
  from: string;
  to: string;
  cause?: { rule: string; values: StoredValues };
};
type StoredValues = ReturnType<typeof storedValues>;

/** What is given with an event: an operator's words, or the rule that sets it off; `by` of a step is the system but for this. */
export type Given = {
  said?: Said;
  reason?: string | undefined;
  comment?: string | undefined;
  cause?: { rule: string; values: Values };
  by?: By;
};

/** A transaction in which records move; `step` moves another one as part of it. */
export type Moving = Sight & {
  db: Tx;
  actor: Actor | undefined;
  done: Done[];
  /** Writes that are on their way: nothing waits for their answers but the end. */
  writes: Promise<unknown>[];
  step: (entity: Entity, code: string, event: string, given: Given) => Promise<void>;
};

/** What an event does besides changing the status: the columns to set with it, after all else is done. */
export type Effect = (moving: Moving, record: Moved, given: Given) => Promise<Record<string, unknown> | undefined>;
