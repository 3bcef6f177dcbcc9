import type { ShownBank } from "#lib/bank/shown";
import type { LocatedFault } from "#lib/onboarding/fault";
import type { FileKind } from "#lib/onboarding/kind";
import type { Way } from "#lib/way";

/** An import as its pages are handed it. */
export type ShownImport = {
  id: string;
  kind: FileKind;
  /** `stopped` is a commit of a bank's file that was interrupted and can go on. */
  state: "checking" | "interrupted" | "checked" | "committing" | "stopped" | "committed" | "discarded";
  startedAt: string;
  rows: number;
  good: number;
  repeated: number;
  known: number;
  bad: number;
  unmatched: number;
  added: number | null;
  ignoredColumns: string[];
};

type Words = Pick<Way, "t" | "format">;
export type ShownStart = Words & { refusal: string | undefined; recent: ShownImport[] };
export type ShownReport = Words & {
  shown: ShownImport;
  faults: LocatedFault[];
  bank: ShownBank | undefined /** Rows of a processor's file that are still to be told. */;
  left: number;
};
