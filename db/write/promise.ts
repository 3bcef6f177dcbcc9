import "server-only";
import { findPayable, type Payable } from "#db/facts/payable";
import { lockMoved } from "#db/move/record";
import { findSight } from "#db/read/rules";
import { Refused, refuseIf } from "#db/refused";
import { promises } from "#db/schema/promise";
import { type Added, add } from "#db/write/addition";
import type { Deed } from "#db/write/history";
import type { Actor } from "#lib/domain/actor";
import { addMonths, type Day } from "#lib/domain/day";
import type { Refusal } from "#lib/domain/machine";
import { hasDecimals } from "#lib/domain/money";
import { sections } from "#lib/domain/section";
import { storedValues } from "#lib/history";

/** Of a customer's credit or account, by ID, an amount in minor units. */
type Promised = { customer: string; code: string; amountMinor: bigint; dueOn: Day };

/** Records that a customer promised to pay an amount by a day. */
export function recordPromise(actor: Actor, said: Promised, key: string): Promise<Added> {
  const form = {
    needs: "promise:operate",
    module: sections.promise,
    said: { ...said, amountMinor: `${said.amountMinor}` },
    key,
  } as const;
  return add(actor, form, async (tx) => {
    const { customer, code, amountMinor: amount, dueOn } = said;
    const found = await findPayable(tx, code);
    if (found?.customerCode !== customer) throw new Refused([{ rule: "target_unknown" }]);
    await lockMoved(tx, found.entity, code);
    const payable = (await findPayable(tx, code)) ?? found;
    const { businessDate } = await findSight(tx);
    refuseIf(faultsOf(payable, said, businessDate));
    const target = payable.entity === "credit" ? { creditId: payable.id } : { accountId: payable.id };
    const row = { customerId: payable.customerId, ...target, amount, dueOn };
    const [made] = await tx.insert(promises).values(row).returning({ code: promises.code });
    if (made === undefined) throw new Error("the promise was not made");
    const details = { ...storedValues({ amount }), due_on: dueOn, [payable.entity]: code };
    const deed: Deed = { action: "promise.record", module: sections.promise, record: made.code, customer, details };
    return { code: made.code, deed };
  });
}

/** Further ahead it is no promise any more. */
const mostMonthsAhead = 12;

function faultsOf(payable: Payable, { amountMinor, dueOn }: Promised, businessDate: Day): Refusal[] {
  const { entity, creditStatus, accountStatus, productStatus, decimals, outstanding } = payable;
  const latest = addMonths(businessDate, mostMonthsAhead, "clamp");
  const isOpen = entity === "credit" ? creditStatus === "active" : accountStatus !== "canceled";
  const isBeyond = entity === "credit" && isOpen && amountMinor > outstanding;
  return [
    ...(isOpen ? [] : [{ rule: "target_closed" }]),
    ...(productStatus === "inactive" ? [{ rule: "target_stopped" }] : []),
    ...(amountMinor <= 0n ? [{ rule: "amount_zero" }] : []),
    ...(hasDecimals(amountMinor, decimals) ? [] : [{ rule: "amount_decimals", values: { decimals } }]),
    ...(isBeyond ? [{ rule: "amount_beyond_owed", values: { owed: outstanding } }] : []),
    ...(dueOn < businessDate ? [{ rule: "day_passed", values: { businessDate } }] : []),
    ...(dueOn > latest ? [{ rule: "day_too_late", values: { lastDate: latest } }] : []),
  ];
}
