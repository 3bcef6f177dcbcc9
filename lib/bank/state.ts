/** What came of a row of a bank's file: made a pre-payment, by itself or by an operator, or waiting for one, or for nobody. */
export const bankStates = ["matched", "unmatched", "assigned", "dismissed"] as const;

/** What stands where a row named somebody who is erased; a bank's own are in capitals. */
export const erasedTarget = "erased";

/** Why an operator makes no payment of a row. */
export const dismissals = ["returned_to_bank", "duplicate", "not_ours"] as const;
export type Dismissal = (typeof dismissals)[number];
