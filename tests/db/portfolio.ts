import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { move } from "#db/move";
import type { Order } from "#db/move/order";
import { findMoved } from "#db/move/record";
import { accounts } from "#db/schema/account";
import { cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { customers } from "#db/schema/customer";
import { offers } from "#db/schema/offer";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import { products } from "#db/schema/product";
import { promises } from "#db/schema/promise";
import type { Actor } from "#lib/domain/actor";
import type { Entity } from "#lib/domain/machines";

const operator = (subject: string, role: Actor["role"]): Actor => ({
  subject,
  email: `${subject}@demo.example`,
  name: subject,
  role,
  ip: "10.0.0.7",
});
export const sofia = operator("sofia", "super_admin");
export const bruno = operator("bruno", "business");
export const clara = operator("clara", "super_admin");
export const carla = operator("carla", "customer");
export const andres = operator("andres", "account_executive");

const only = <Row>([row]: Row[]): Row => {
  if (row === undefined) throw new Error("nothing was added");
  return row;
};

export async function addCustomer(values: Partial<typeof customers.$inferInsert> = {}) {
  const registered = values.status === "unregistered" ? {} : { registeredAt: "2026-01-05T10:00:00Z" };
  const row = { status: "enabled" as const, firstName: "Ana", lastName: "Ríos", ...registered, ...values };
  return only(await db.insert(customers).values(row).returning());
}

/** A product with an offer of it, both enabled. */
export async function addOffer(
  product: Partial<typeof products.$inferInsert> = {},
  offer: Partial<typeof offers.$inferInsert> = {},
) {
  const made = only(
    await db
      .insert(products)
      .values({ kind: "credit", name: "Libre inversión", ...product })
      .returning(),
  );
  const settings = { amountMin: 1_000_00n, amountMax: 9_000_000_00n, instalmentsMin: 1, instalmentsMax: 36 };
  const row = {
    name: "Libre 24",
    status: "enabled" as const,
    annualRate: "24.5",
    validFrom: "2026-01-01",
    ...settings,
    ...offer,
  };
  return only(
    await db
      .insert(offers)
      .values({ ...row, productId: made.id })
      .returning(),
  );
}

export async function addCredit(customerId: string, values: Partial<typeof credits.$inferInsert> = {}) {
  const offerId = values.offerId ?? (await addOffer()).id;
  const amount = { amount: 500_000_00n, outstanding: 500_000_00n, disbursedOn: "2026-02-01" };
  return only(
    await db
      .insert(credits)
      .values({ ...amount, ...values, customerId, offerId })
      .returning(),
  );
}

export async function addPreLoan(customerId: string, values: Partial<typeof preLoans.$inferInsert> = {}) {
  const offerId = values.offerId ?? (await addOffer()).id;
  return only(
    await db
      .insert(preLoans)
      .values({ amount: 500_000_00n, instalments: 12, ...values, customerId, offerId })
      .returning(),
  );
}

export async function addPrePayment(customerId: string, values: Partial<typeof prePayments.$inferInsert>) {
  const row = { amount: 100_000_00n, type: "voluntary" as const, channel: "platform" as const, datedOn: "2026-03-01" };
  return only(
    await db
      .insert(prePayments)
      .values({ ...row, ...values, customerId })
      .returning(),
  );
}

export async function addAccount(customerId: string, values: Partial<typeof accounts.$inferInsert> = {}) {
  const productId = values.productId ?? (await addOffer({ kind: "card", name: "Tarjeta" })).productId;
  const row = { creditLine: 3_000_000_00n, closingDay: 20, dueDay: 5 };
  return only(
    await db
      .insert(accounts)
      .values({ ...row, ...values, customerId, productId })
      .returning(),
  );
}

export async function addCard(accountId: string, values: Partial<typeof cards.$inferInsert> = {}) {
  return only(
    await db
      .insert(cards)
      .values({ kind: "physical", lastFour: "4242", ...values, accountId })
      .returning(),
  );
}

export async function addPromise(customerId: string, values: Partial<typeof promises.$inferInsert>) {
  return only(
    await db
      .insert(promises)
      .values({ amount: 100_000_00n, dueOn: "2099-01-01", ...values, customerId })
      .returning(),
  );
}

/** Moves a record as its page would have it, with a key of its own. */
export async function moveNow(
  actor: Actor,
  entity: Entity,
  code: string,
  event: string,
  said: Omit<Partial<Order>, "entity" | "code" | "event"> = {},
) {
  const moves = (await findMoved(db, entity, code))?.moves ?? 0;
  return move(actor, { entity, code, event, moves, ...said }, randomUUID());
}

export const statusOf = async (entity: Entity, code: string) => (await findMoved(db, entity, code))?.status;

export const creditNow = async (id: string) => only(await db.select().from(credits).where(eq(credits.id, id)));
