import type { FieldFormSent } from "#lib/form";
import type { Way } from "#lib/way";

/** Of a bank's file: rows paid, waiting for an operator, rejected, without a credit, given one by an operator, set aside, and still to be paid. */
export type BankCounts = Record<"paid" | "waiting" | "rejected" | "unmatched" | "assigned" | "dismissed" | "staged", number>;

export type BankRow = {
  id: string;
  line: number;
  target: string;
  amount: bigint;
  datedOn: string;
  reference: string | null;
};

/** The outcome of a bank's file as its page is handed it; forms for whoever may resolve. */
export type ShownBank = Pick<Way, "t" | "format"> & {
  counts: BankCounts;
  unmatched: (BankRow & { assign: FieldFormSent | undefined; dismiss: FieldFormSent | undefined })[];
  waiting: (BankRow & { code: string })[];
};
