import { divide, type Rounding } from "#lib/domain/money";
import { one } from "#lib/domain/rate";

/** A fixed amount in minor units, or a rate of the principal of its instalment. */
export type Fee = { kind: "fixed"; amount: bigint } | { kind: "percent"; rate: bigint };

export function feeOn(principal: bigint, fee: Fee, rounding: Rounding): bigint {
  return fee.kind === "fixed" ? fee.amount : divide(principal * fee.rate, one, rounding);
}
