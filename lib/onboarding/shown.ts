import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import type { LocatedFault } from "#lib/onboarding/fault";

/** An import as its pages are handed it. */
export type ShownImport = {
  id: string;
  state: "checking" | "interrupted" | "checked" | "committed" | "discarded";
  startedAt: string;
  rows: number;
  good: number;
  repeated: number;
  known: number;
  bad: number;
  added: number | null;
  ignoredColumns: string[];
};

type Words = { t: Translate; format: Format };
export type ShownStart = Words & { refusal: string | undefined; recent: ShownImport[] };
export type ShownReport = Words & { shown: ShownImport; faults: LocatedFault[] };
