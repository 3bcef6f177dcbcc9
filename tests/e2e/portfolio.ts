import type pg from "pg";
import type { Entity } from "#lib/domain/machines";

type Values = Record<string, string | number | boolean | null>;

/** Adds a row and answers its ID (the one people read) and its id. */
async function add(database: pg.Pool, table: string, values: Values): Promise<{ id: string; code: string }> {
  const columns = Object.keys(values);
  const places = columns.map((_, index) => `$${index + 1}`);
  const { rows } = await database.query(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places.join(", ")}) RETURNING id, code`,
    Object.values(values),
  );
  return rows[0];
}

const registered = { first_name: "Tomás", last_name: "Prueba", registered_at: "2026-01-05T10:00:00Z" };
/** All that a pre-customer needs to become a customer. */
const whole = {
  first_name: "Tomás",
  last_name: "Prueba",
  id_type: "passport",
  phone: "+573001112233",
  email: "tomas@mail.example",
  phone_verified: true,
  email_verified: true,
  data_accepted_at: "2026-01-02T10:00:00Z",
  activated_at: "2026-01-02T10:00:00Z",
};

export const addCustomer = (database: pg.Pool, values: Values = {}) =>
  add(database, "customers", { status: "enabled", ...registered, ...values });

const offered = JSON.stringify({ annualRate: "24", method: "equal_instalments", every: 1, unit: "month" });

export async function addOffer(database: pg.Pool, product: Values = {}, offer: Values = {}) {
  const made = await add(database, "products", { kind: "credit", name: "Prueba", ...product });
  const limits = { amount_min_minor: 100, amount_max_minor: 10_000_000_00, instalments_min: 1, instalments_max: 36 };
  const row = { status: "enabled", name: "Prueba 24", terms: offered, valid_from: "2026-01-01", ...limits, ...offer };
  return { product: made, offer: await add(database, "offers", { ...row, product_id: made.id }) };
}

export async function addCredit(database: pg.Pool, values: Values = {}) {
  const customer = await addCustomer(database);
  const { offer } = await addOffer(database);
  const amounts = { amount_minor: 500_000_00, outstanding_minor: 500_000_00, disbursed_on: "2026-02-01" };
  const agreed = { terms_id: await plainTerms(database), instalments: 1, first_due_on: "2099-01-01" };
  return {
    customer,
    ...(await add(database, "credits", { customer_id: customer.id, offer_id: offer.id, ...agreed, ...amounts, ...values })),
  };
}

/** Without interest. */
async function plainTerms(database: pg.Pool): Promise<string> {
  const settings = JSON.stringify({
    ...{ annualRate: "0", rateKind: "nominal", method: "equal_instalments", every: 1, unit: "month", dayCount: "30/360" },
    ...{ interest: "per_period", firstDueAfterDays: null, monthEnd: "clamp", businessDays: false, graceOnPrincipal: 0 },
    ...{ graceOnInterest: 0, instalmentMultiple: null, rounding: "half_even", decimals: 0, upfrontFee: null },
    ...{ instalmentFee: null, lateFee: null, lateRate: null, collection: null },
  });
  await database.query("INSERT INTO terms (hash, settings) VALUES ('plain', $1) ON CONFLICT DO NOTHING", [settings]);
  return (await database.query("SELECT id FROM terms WHERE hash = 'plain'")).rows[0].id;
}

async function addAccount(database: pg.Pool, values: Values = {}) {
  const customer = await addCustomer(database);
  const { product } = await addOffer(database, { kind: "card" });
  const row = { credit_line_minor: 3_000_000_00, closing_day: 20, due_day: 5 };
  return {
    customer,
    ...(await add(database, "accounts", { customer_id: customer.id, product_id: product.id, ...row, ...values })),
  };
}

async function addCard(database: pg.Pool, status: string, account: Values = {}) {
  const { id } = await addAccount(database, account);
  return add(database, "cards", { account_id: id, kind: "physical", last_four: "4242", status });
}

/** A record of an entity in a status, with facts under which every event of an operator from there is possible. */
export const willing: Record<Entity, (database: pg.Pool, status: string) => Promise<{ code: string }>> = {
  customer: (database, status) =>
    status === "unregistered"
      ? add(database, "customers", { ...whole, status, national_id: `P${Date.now()}${Math.floor(Math.random() * 1e6)}` })
      : addCustomer(database, { status, held_at: "2026-06-01T10:00:00Z" }),
  pre_loan: async (database, status) => {
    const customer = await addCustomer(database);
    const { offer } = await addOffer(database);
    const row = { customer_id: customer.id, offer_id: offer.id, amount_minor: 500_000_00, instalments: 12 };
    return add(database, "pre_loans", { ...row, status });
  },
  credit: async (database, status) => {
    const credit = await addCredit(database, { status });
    if (status === "in_dispute")
      await database.query("INSERT INTO disputes (credit_id, amount_minor, opened_on) VALUES ($1, $2, '2026-03-01')", [
        credit.id,
        500_000_00,
      ]);
    return credit;
  },
  pre_payment: async (database, status) => {
    const { id, customer } = await addCredit(database);
    const row = { customer_id: customer.id, credit_id: id, amount_minor: 100_000_00, type: "voluntary" };
    return add(database, "pre_payments", { ...row, status, channel: "platform", dated_on: "2026-03-01" });
  },
  payment: async (database, status) => {
    const { id, customer } = await addCredit(database, { outstanding_minor: 400_000_00 });
    const row = { customer_id: customer.id, credit_id: id, amount_minor: 100_000_00, type: "voluntary", paid_on: "2026-03-01" };
    const payment = await add(database, "payments", { ...row, status });
    const part = "INSERT INTO payment_parts (payment_id, credit_id, amount_minor) VALUES ($1, $2, $3)";
    await database.query(part, [payment.id, id, 100_000_00]);
    return payment;
  },
  product: (database, status) => add(database, "products", { kind: "credit", name: "Prueba", status }),
  offer: async (database, status) => (await addOffer(database, {}, { status })).offer,
  account: (database, status) => addAccount(database, { status, held_at: "2026-06-01T10:00:00Z" }),
  card: (database, status) => addCard(database, status),
  promise: async (database, status) => {
    const { id, customer } = await addCredit(database);
    const row = { customer_id: customer.id, credit_id: id, amount_minor: 100_000_00, due_on: "2099-01-01" };
    return add(database, "promises", { ...row, status });
  },
};
