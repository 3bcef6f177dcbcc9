import { type SQL, sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { collatedName, instant } from "#db/schema/column";
import { codeLetters } from "#lib/domain/code";
import { customerStatuses, idTypes, registeredStatuses } from "#lib/domain/customer";
import type { tellingFields } from "#lib/known";
import type { detailOf } from "#lib/onboarding/typed";

export const customers = pgTable(
  "customers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    number: bigint("number", { mode: "bigint" }).generatedAlwaysAsIdentity().notNull(),
    code: text("code")
      .notNull()
      .generatedAlwaysAs((): SQL => sql`record_code(${sql.raw(`'${codeLetters.customer}'`)}, ${customers.number})`),
    /** The person's ID in the onboarding system the row came from. */
    externalId: text("external_id"),
    status: text("status", { enum: customerStatuses }).notNull().default("unregistered"),
    firstName: text("first_name").notNull().default(""),
    lastName: text("last_name").notNull().default(""),
    name: collatedName("name")
      .notNull()
      .generatedAlwaysAs((): SQL => sql`btrim(${customers.firstName} || ' ' || ${customers.lastName})`),
    idType: text("id_type", { enum: idTypes }),
    nationalId: text("national_id"),
    phone: text("phone"),
    email: text("email"),
    address: text("address"),
    isPhoneVerified: boolean("phone_verified").notNull().default(false),
    isEmailVerified: boolean("email_verified").notNull().default(false),
    dataAcceptedAt: instant("data_accepted_at"),
    commercialAcceptedAt: instant("commercial_accepted_at"),
    activatedAt: instant("activated_at"),
    activeCredits: integer("active_credits").notNull().default(0),
    createdAt: instant("created_at").notNull().defaultNow(),
    registeredAt: instant("registered_at"),
    /** When onboarding was completed; of a record deleted before that, when it was made. */
    onboardedAt: instant("onboarded_at").notNull().generatedAlwaysAs(sql`coalesce(registered_at, created_at)`),
    statusChangedAt: instant("status_changed_at").notNull().defaultNow(),
    /** How many transitions it has had: a trigger counts, and asks for each one's row. */
    moves: integer("moves").notNull().default(0),
    /** Since when an operator's `disable` stands, which no rule lifts. */
    heldAt: instant("held_at"),
    /** Folded, each field between separators, so that one index finds a part of any field or the whole of one. */
    search: text("search")
      .notNull()
      .generatedAlwaysAs((): SQL => searchText),
  },
  (it) => {
    const isPre = sql`status = 'unregistered'`;
    const isRegistered = sql.raw(`status in (${registeredStatuses.map((each) => `'${each}'`).join(", ")})`);
    return [
      uniqueIndex("customers_number").on(it.number),
      uniqueIndex("customers_code").on(it.code),
      uniqueIndex("customers_external_id").on(it.externalId),
      uniqueIndex("customers_national_id").on(it.idType, it.nationalId),
      index("customers_search").using("gin", sql`search gin_trgm_ops`),
      index("customers_status_registered").on(it.status, it.onboardedAt, it.id),
      index("pre_customers_created").on(it.createdAt, it.id).where(isPre),
      index("pre_customers_modified").on(it.statusChangedAt, it.id).where(isPre),
      index("pre_customers_name").on(it.name, it.id).where(isPre),
      index("pre_customers_id_type").on(it.idType, it.createdAt, it.id).where(isPre),
      index("customers_registered").on(it.onboardedAt, it.id).where(isRegistered),
      index("customers_modified").on(it.statusChangedAt, it.id).where(isRegistered),
      index("customers_name").on(it.name, it.id).where(isRegistered),
      index("customers_active_credits").on(it.activeCredits, it.id).where(isRegistered),
      index("customers_data_accepted").on(it.dataAcceptedAt, it.id).where(isRegistered),
      index("customers_commercial_accepted").on(it.commercialAcceptedAt, it.id).where(isRegistered),
      check("customers_status_known", oneOf("status", customerStatuses)),
      check("customers_id_type_known", oneOf("id_type", idTypes)),
      check("customers_phone_e164", sql`phone ~ '^\\+[1-9][0-9]{6,14}$'`),
      check("customers_registered_once", sql`status in ('unregistered', 'deleted') or registered_at is not null`),
    ];
  },
);

/** What a row holds of whoever is erased, instead of all that tells who they are. */
export const erasedColumns = {
  firstName: "",
  lastName: "",
  nationalId: null,
  phone: null,
  email: null,
  address: null,
  isPhoneVerified: false,
  isEmailVerified: false,
} satisfies Partial<typeof customers.$inferInsert> & Record<TellingColumn, unknown>;

type TellingColumn = (typeof detailOf)[(typeof tellingFields)[number]];

const searchText = sql.raw(
  "folded(chr(31) || record_code('C', number) || chr(31) || btrim(first_name || ' ' || last_name) || chr(31)" +
    " || coalesce(phone, '') || chr(31) || coalesce(email, '') || chr(31)" +
    " || case when status = 'unregistered' then '' else coalesce(national_id, '') end || chr(31))",
);
