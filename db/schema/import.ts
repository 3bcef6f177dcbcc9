import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "#db/constraints";
import { instant } from "#db/schema/column";
import { customerStatuses, idTypes } from "#lib/domain/customer";
import { fileColumns, reasons } from "#lib/onboarding/fault";
import { fileKinds } from "#lib/onboarding/kind";

export const importStatuses = ["checking", "checked", "committing", "committed", "discarded"] as const;

/** A file that an operator brought in: what the check counted and what came of it; the file itself is not kept. */
export const imports = pgTable(
  "imports",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    owner: text("owner").notNull(),
    kind: text("kind", { enum: fileKinds }).notNull().default("onboarding"),
    status: text("status", { enum: importStatuses }).notNull().default("checking"),
    sha256: text("sha256"),
    rows: integer("rows").notNull().default(0),
    good: integer("good").notNull().default(0),
    repeated: integer("repeated").notNull().default(0),
    /** Rows that are stored already, just as the file has them. */
    known: integer("known").notNull().default(0),
    bad: integer("bad").notNull().default(0),
    /** Of a bank file: good rows whose credit or account nobody has. */
    unmatched: integer("unmatched").notNull().default(0),
    added: integer("added"),
    ignoredColumns: text("ignored_columns").array().notNull().default(sql`'{}'`),
    startedAt: instant("started_at").notNull().defaultNow(),
    progressedAt: instant("progressed_at").notNull().defaultNow(),
    closedAt: instant("closed_at"),
  },
  (it) => [
    index("imports_owner").on(it.owner, it.startedAt),
    check("imports_status_known", oneOf("status", importStatuses)),
    check("imports_kind_known", oneOf("kind", fileKinds)),
  ],
);

export const importId = () =>
  uuid("import_id")
    .notNull()
    .references(() => imports.id, { onDelete: "cascade" });

/** The good rows between check and commit, then gone: columns as in customers. */
export const importRows = pgTable(
  "import_rows",
  {
    importId: importId(),
    line: integer("line").notNull(),
    externalId: text("external_id").notNull(),
    status: text("status", { enum: customerStatuses }).notNull(),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    idType: text("id_type", { enum: idTypes }),
    nationalId: text("national_id"),
    phone: text("phone"),
    email: text("email"),
    address: text("address"),
    isPhoneVerified: boolean("phone_verified").notNull(),
    isEmailVerified: boolean("email_verified").notNull(),
    dataAcceptedAt: instant("data_accepted_at"),
    commercialAcceptedAt: instant("commercial_accepted_at"),
    activatedAt: instant("activated_at"),
    createdAt: instant("created_at").notNull(),
    registeredAt: instant("registered_at"),
    statusChangedAt: instant("status_changed_at").notNull(),
  },
  (it) => [primaryKey({ columns: [it.importId, it.line] })],
);

/** What is wrong with the bad rows, without what they hold: no personal data. */
export const importFaults = pgTable(
  "import_faults",
  {
    id: bigint("id", { mode: "bigint" }).generatedAlwaysAsIdentity().primaryKey(),
    importId: importId(),
    line: integer("line").notNull(),
    column: text("column", { enum: fileColumns }),
    reason: text("reason", { enum: reasons }).notNull(),
    /** The line or the record's ID that the row is in conflict with. */
    other: text("other"),
  },
  (it) => [index("import_faults_line").on(it.importId, it.line, it.id)],
);
