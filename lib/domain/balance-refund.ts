import type { Refusal } from "#lib/domain/machine";

/** All that stands in the way of paying an account's credit balance out; amounts in minor units. */
export function balanceRefundRefusals({ balanceMinor, amountMinor }: { balanceMinor: bigint; amountMinor: bigint }): Refusal[] {
  if (balanceMinor <= 0n) return [{ rule: "balance_empty" }];
  return amountMinor > balanceMinor ? [{ rule: "balance_less", values: { amount: amountMinor, balance: balanceMinor } }] : [];
}
