import { nearestMultiple } from "#lib/domain/money";
import type { Terms } from "#lib/domain/terms";

/** The amount as the instalment multiple has it; one so small that nothing would be left of it stays as it is. */
export function inMultiple(amount: bigint, { instalmentMultiple, rounding }: Terms): bigint {
  if (instalmentMultiple === null) return amount;
  return nearestMultiple(amount, instalmentMultiple, rounding) || amount;
}
