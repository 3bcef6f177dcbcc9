import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { oneOf } from "#db/constraints";
import type { Sight } from "#db/facts/sight";
import type { Situation } from "#lib/domain/consequences";
import { openCreditStatuses } from "#lib/domain/credit";
import { type CustomerStatus, customerMachine, customerStatuses } from "#lib/domain/customer";
import { type Captured, missingRequirements, requirements } from "#lib/domain/requirement";

/** Whether a row of credits counts as delinquent for the one it refinanced alone. */
export const isOnlyInherited = (credit: SQL): SQL => sql`(${credit}.carries_delinquency and ${credit}.delinquent_days = 0)`;

/**
 * The facts on which a customer's automatic moves depend, and no others. `days` is of the worst credit that counts; `captured` says in bits what of a pre-customer is there, and is -1 of everybody else.
 */
export type Standing = {
  status: CustomerStatus;
  isHeld: boolean;
  openViolations: number;
  openFraud: number;
  days: number;
  captured: number;
};
/** The same of one customer, with that credit, and whether its delinquency is only inherited. */
export type CustomerStanding = Standing & Worst & { id: string; code: string; moves: number };
type Worst = { credit: string; isOnlyInherited: boolean };

/** The columns of those facts, by which people who stand alike are one group. */
export const standingColumns = sql.raw(`status, "isHeld", "openViolations", "openFraud", days, captured`);

const captures = {
  firstName: "first_name <> ''",
  lastName: "last_name <> ''",
  idType: "id_type is not null",
  nationalId: "national_id is not null",
  phone: "phone is not null",
  email: "email is not null",
  address: "address is not null",
  isPhoneVerified: "phone_verified",
  isEmailVerified: "email_verified",
  dataAcceptedAt: "data_accepted_at is not null",
  activatedAt: "activated_at is not null",
} satisfies Record<keyof Captured, string>;

const capturedSql = sql.raw(
  Object.values(captures)
    .map((isThere, bit) => `((c.${isThere})::int << ${bit})`)
    .join(" | "),
);

/** Those whom some rule can move, wherever they stand. */
const movable = sql.raw(
  customerStatuses
    .filter((status) =>
      Object.values(customerMachine.events).some(({ by, from }) => by.system && (from as string[]).includes(status)),
    )
    .map((status) => `'${status}'`)
    .join(", "),
);

/** The standing of everybody whom a rule could move, or of those of them with an id among some; their delinquent days as a credit has them. */
export function standingSql(ids?: readonly string[], delinquentDays = sql`k.delinquent_days`): SQL {
  const among = (column: string) => (ids === undefined ? sql`` : sql`and ${sql.raw(column)} = any(${sql.param(ids)}::uuid[])`);
  return sql`with late as (
      select distinct on (k.customer_id) k.customer_id, k.code, greatest(${delinquentDays}, k.carries_delinquency::int) as days,
        ${isOnlyInherited(sql`k`)} as inherited
      from credits k join offers o on o.id = k.offer_id join products p on p.id = o.product_id
      where (${delinquentDays} > 0 or k.carries_delinquency) and ${oneOf("k.status", openCreditStatuses)} and p.status = 'enabled'
        and not (k.status = 'active' and k.outstanding_minor <= p.tolerance_minor) ${among("k.customer_id")}
      order by k.customer_id, days desc, k.number),
    broken as (
      select v.customer_id, count(*)::int as violations, count(*) filter (where v.is_fraud)::int as frauds
      from violations v where v.resolved_at is null ${among("v.customer_id")} group by v.customer_id)
    select c.id, c.number, c.code, c.moves, c.status, c.held_at is not null as "isHeld", coalesce(violations, 0) as "openViolations",
      coalesce(frauds, 0) as "openFraud", coalesce(days, 0) as days, coalesce(late.code, '') as credit,
      coalesce(late.inherited, false) as "isOnlyInherited",
      case when c.status = 'unregistered' then ${capturedSql} else -1 end as captured
    from customers c left join late on late.customer_id = c.id left join broken on broken.customer_id = c.id
    where c.status in (${movable}) ${among("c.id")}`;
}

/** What the rules are asked of someone who stands so: their worst credit stands for all of them. */
export function situationAt(
  { rules, businessDate }: Omit<Sight, "db">,
  { status, isHeld, openViolations, openFraud, days, captured, ...who }: Standing & Partial<Worst> & { code?: string },
): Situation {
  const { code: ofCustomer = "", credit = "", isOnlyInherited: isInherited = false } = who;
  const missing = status === "unregistered" ? missingRequirements(capturedIn(captured), requirements) : [];
  const customer = { code: ofCustomer, status, missing, isHeld, openViolations, openFraud };
  const worst = { ...anyCredit, code: credit, delinquentDays: days, isOnlyInherited: isInherited };
  return { businessDate, rules, customer, credits: days > 0 ? [worst] : [], promises: [], accounts: [] };
}

/** An open credit of an active product, from which nothing follows but that its days count. */
export const anyCredit = {
  status: "active",
  outstandingMinor: 1n,
  toleranceMinor: 0n,
  closedBy: null,
  wasNotedWhole: false,
  isOnlyInherited: false,
  isProductActive: true,
} as const;

function capturedIn(bits: number): Captured {
  const is = Object.fromEntries(Object.keys(captures).map((field, bit) => [field, (bits & (1 << bit)) !== 0]));
  const text = (field: keyof Captured) => (is[field] ? "given" : null);
  return {
    firstName: text("firstName") ?? "",
    lastName: text("lastName") ?? "",
    idType: text("idType"),
    nationalId: text("nationalId"),
    phone: text("phone"),
    email: text("email"),
    address: text("address"),
    isPhoneVerified: is["isPhoneVerified"] === true,
    isEmailVerified: is["isEmailVerified"] === true,
    dataAcceptedAt: text("dataAcceptedAt"),
    activatedAt: text("activatedAt"),
  };
}
