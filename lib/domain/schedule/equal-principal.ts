import { divide } from "#lib/domain/money";
import { one } from "#lib/domain/rate";
import { inMultiple } from "#lib/domain/schedule/multiple";
import { evenly, type SplitMethod } from "#lib/domain/schedule/split";

/** Every instalment after the grace repays the same principal, with the interest of what is still owed. */
export const equalPrincipal: SplitMethod = (terms, _, rates) => {
  const { graceOnPrincipal, instalments, rounding } = terms;
  const count = instalments - graceOnPrincipal;
  const part = inMultiple(divide(terms.principal, BigInt(count), rounding), terms);
  const principal = [...Array<bigint>(graceOnPrincipal).fill(0n), ...evenly(terms.principal, count, part)];
  let balance = terms.principal;
  const interest = rates.map((rate, index) => {
    const own = divide(balance * rate, one, rounding);
    balance -= principal[index] ?? 0n;
    return own;
  });
  return { principal, interest };
};
