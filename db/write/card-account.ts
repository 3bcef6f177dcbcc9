import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client";
import { lockMoved, type Moved } from "#db/move/record";
import { Refused, refuseIf } from "#db/refused";
import { accounts } from "#db/schema/account";
import { products } from "#db/schema/product";
import { type Added, add } from "#db/write/addition";
import type { Deed } from "#db/write/history";
import { typedAmount } from "#lib/amount/typed";
import type { Actor } from "#lib/domain/actor";
import { openingRefusals } from "#lib/domain/card-issue";
import type { CustomerStatus } from "#lib/domain/customer";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";
import { storedValues } from "#lib/history";

/** A card account as an operator typed it: days are of the month, and beyond its end the last one; blank, the product's. */
export type TypedAccount = { customer: string; product: string; line: string; closing: string; due: string };

/** Opens a card account for an enabled customer, within what its product lends. */
export function openAccount(actor: Actor, typed: TypedAccount, key: string): Promise<Added> {
  const module = sections.account;
  return add(actor, { needs: "account:operate", module, said: { did: "accounts.opened", ...typed }, key }, async (tx) => {
    const customer = await lockMoved(tx, "customer", typed.customer);
    if (customer?.customerId == null) throw new Refused([{ rule: "unknown" }]);
    const { id: productId, line: creditLine, closingDay, dueDay } = await judgeOpening(tx, customer, typed);
    const row = { customerId: customer.id, productId, creditLine, closingDay, dueDay };
    const [made] = await tx.insert(accounts).values(row).returning({ code: accounts.code });
    if (made === undefined) throw new Error("no account was opened");
    const details = { product: typed.product, ...storedValues({ line: creditLine }), closing_day: closingDay, due_day: dueDay };
    const deed: Deed = { action: "accounts.opened", module, record: made.code, customer: customer.code, details };
    return { code: made.code, deed };
  });
}

async function judgeOpening(tx: Tx, { status }: Moved, { product: code, line, closing, due }: TypedAccount) {
  const [product] = await tx.select().from(products).where(eq(products.code, code)).for("share");
  if (product === undefined) throw new Refused([fault("product", "product_missing")]);
  const lineMinor = typedAmount(line, product.decimals);
  const closingDay = closing.trim() === "" ? product.closingDay : dayOfMonth(closing);
  const dueDay = due.trim() === "" ? product.dueDay : dayOfMonth(due);
  const faults = [
    ...(typeof lineMinor === "string" ? [fault("line", lineMinor, { decimals: product.decimals })] : []),
    ...(closingDay === null ? [fault("closing", "day_of_month")] : []),
    ...(dueDay === null ? [fault("due", "day_of_month")] : []),
  ];
  refuseIf(faults);
  if (typeof lineMinor === "string" || closingDay === null || dueDay === null) throw new Error("a fault was not refused");
  refuseIf(
    openingRefusals({
      ...{ customerStatus: status as CustomerStatus, isOfCards: product.kind === "card", productStatus: product.status },
      ...{ lineMinor, lineMinMinor: product.amountMin, lineMaxMinor: product.amountMax },
    }),
  );
  return { id: product.id, line: lineMinor, closingDay, dueDay };
}

/** What is wrong with a field of a form. */
export const fault = (field: string, reason: string, more: Refusal["values"] = {}): Refusal => ({
  rule: "fault",
  values: { field, reason, ...more },
});

const dayOfMonth = (text: string) => (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31 ? Number(text) : null);
