import { closeFaults } from "#lib/domain/day-close";
import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";

/** Why a form that asks for a close is refused. */
export const closeRefusals = [...closeFaults, "unknown_day", "running", "key_reused"] as const;

type Progress = { day: string; done: number; total: number; isRunning: boolean };

/** One close of day as its page is handed it; `changed` says in words what it did. */
export type ShownClose = Progress & {
  email: string;
  startedAt: string;
  seconds: number | null;
  changed: readonly string[];
};

export type ShownCloseDay = {
  t: Translate;
  format: Format;
  businessDate: string;
  today: string;
  yesterday: string;
  /** How many days the business date is behind the calendar; below 0 it is ahead. */
  behind: number;
  mayRunAhead: boolean;
  coming: { replayed: number; aged: number; statements: number; rejected: number; expired: number };
  refusal: (typeof closeRefusals)[number] | undefined;
  /** What stands in the field: what was typed, where that was refused. */
  through: string;
  formKey: string;
  unfinished: Progress | undefined;
  /** Whether, where none is unfinished, the next of several days is about to be closed. */
  isBetween: boolean;
  closes: readonly ShownClose[];
};
