CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "accounts_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('A', number)) STORED NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"credit_line_minor" bigint NOT NULL,
	"credit_balance_minor" bigint DEFAULT 0 NOT NULL,
	"minimum_unmet_minor" bigint DEFAULT 0 NOT NULL,
	"minimum_due_on" date,
	"closing_day" integer NOT NULL,
	"due_day" integer NOT NULL,
	"held_at" timestamp with time zone,
	CONSTRAINT "accounts_number_unique" UNIQUE("number"),
	CONSTRAINT "accounts_code_unique" UNIQUE("code"),
	CONSTRAINT "accounts_status_known" CHECK (status in ('active', 'suspended', 'canceled')),
	CONSTRAINT "accounts_days" CHECK (closing_day between 1 and 31 and due_day between 1 and 31),
	CONSTRAINT "accounts_minimum_due" CHECK (minimum_unmet_minor = 0 or minimum_due_on is not null),
	CONSTRAINT "accounts_amounts" CHECK (credit_line_minor >= 0 and credit_balance_minor >= 0 and minimum_unmet_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "approvals_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('V', number)) STORED NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"entity" text NOT NULL,
	"record" uuid NOT NULL,
	"record_code" text NOT NULL,
	"customer_id" uuid,
	"event" text NOT NULL,
	"reason" text,
	"input" jsonb NOT NULL,
	"comment" "bytea",
	"asked_by" text NOT NULL,
	"asked_email" text NOT NULL,
	"asked_role" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_email" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "approvals_number_unique" UNIQUE("number"),
	CONSTRAINT "approvals_code_unique" UNIQUE("code"),
	CONSTRAINT "approvals_status_known" CHECK (status in ('pending', 'approved', 'declined', 'expired')),
	CONSTRAINT "approvals_two_people" CHECK (decided_by <> asked_by)
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "cards_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('D', number)) STORED NOT NULL,
	"status" text DEFAULT 'default' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"last_four" text NOT NULL,
	"replaces_id" uuid,
	CONSTRAINT "cards_number_unique" UNIQUE("number"),
	CONSTRAINT "cards_code_unique" UNIQUE("code"),
	CONSTRAINT "cards_status_known" CHECK (status in ('default', 'active', 'suspended', 'blocked', 'stolen', 'lost', 'canceled')),
	CONSTRAINT "cards_kind_known" CHECK (kind in ('physical', 'virtual')),
	CONSTRAINT "cards_last_four" CHECK (last_four ~ '^[0-9]{4}$')
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "credits_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('K', number)) STORED NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"account_id" uuid,
	"card_id" uuid,
	"amount_minor" bigint NOT NULL,
	"outstanding_minor" bigint NOT NULL,
	"disbursed_on" date NOT NULL,
	"days_past_due" integer DEFAULT 0 NOT NULL,
	"delinquent_days" integer DEFAULT 0 NOT NULL,
	"refinances_id" uuid,
	"carries_delinquency" boolean DEFAULT false NOT NULL,
	"credit_balance_minor" bigint DEFAULT 0 NOT NULL,
	"closed_by" text,
	"closing_note_minor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "credits_number_unique" UNIQUE("number"),
	CONSTRAINT "credits_code_unique" UNIQUE("code"),
	CONSTRAINT "credits_status_known" CHECK (status in ('active', 'in_dispute', 'paid', 'cancelled')),
	CONSTRAINT "credits_closed_by_known" CHECK (closed_by in ('settle', 'cancel', 'refinance', 'win_dispute')),
	CONSTRAINT "credits_amounts" CHECK (amount_minor > 0 and outstanding_minor >= 0 and credit_balance_minor >= 0 and closing_note_minor >= 0),
	CONSTRAINT "credits_days" CHECK (days_past_due >= 0 and delinquent_days between 0 and days_past_due)
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"credit_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"accepted_minor" bigint,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "disputes_amounts" CHECK (amount_minor > 0 and accepted_minor between 0 and amount_minor)
);
--> statement-breakpoint
CREATE TABLE "customer_keys" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"key" "bytea",
	"destroyed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "history_head" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"rows" bigint NOT NULL,
	"last_id" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"email" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"words" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "offers_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('F', number)) STORED NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"product_id" uuid NOT NULL,
	"name" text NOT NULL,
	"amount_min_minor" bigint,
	"amount_max_minor" bigint,
	"instalments_min" integer,
	"instalments_max" integer,
	"annual_rate" numeric(9, 4),
	"valid_from" date,
	"valid_until" date,
	"max_active_credits" integer,
	CONSTRAINT "offers_number_unique" UNIQUE("number"),
	CONSTRAINT "offers_code_unique" UNIQUE("code"),
	CONSTRAINT "offers_status_known" CHECK (status in ('draft', 'enabled', 'disabled'))
);
--> statement-breakpoint
CREATE TABLE "payment_parts" (
	"payment_id" uuid NOT NULL,
	"credit_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "payment_parts_payment_id_credit_id_pk" PRIMARY KEY("payment_id","credit_id"),
	CONSTRAINT "payment_parts_amount" CHECK (amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "payments_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('P', number)) STORED NOT NULL,
	"status" text DEFAULT 'accepted' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer_id" uuid NOT NULL,
	"credit_id" uuid,
	"account_id" uuid,
	"pre_payment_id" uuid,
	"amount_minor" bigint NOT NULL,
	"type" text NOT NULL,
	"paid_on" date NOT NULL,
	CONSTRAINT "payments_number_unique" UNIQUE("number"),
	CONSTRAINT "payments_code_unique" UNIQUE("code"),
	CONSTRAINT "payments_status_known" CHECK (status in ('accepted', 'reversed')),
	CONSTRAINT "payments_type_known" CHECK (type in ('automatic', 'voluntary')),
	CONSTRAINT "payments_of_one" CHECK (num_nonnulls(credit_id, account_id) = 1 and amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "pre_loans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "pre_loans_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('R', number)) STORED NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"account_id" uuid,
	"card_id" uuid,
	"amount_minor" bigint NOT NULL,
	"downpayment_minor" bigint DEFAULT 0 NOT NULL,
	"instalments" integer NOT NULL,
	"refinances_id" uuid,
	"credit_id" uuid,
	CONSTRAINT "pre_loans_number_unique" UNIQUE("number"),
	CONSTRAINT "pre_loans_code_unique" UNIQUE("code"),
	CONSTRAINT "pre_loans_status_known" CHECK (status in ('pending', 'rejected', 'completed')),
	CONSTRAINT "pre_loans_amounts" CHECK (amount_minor > downpayment_minor and downpayment_minor >= 0 and instalments > 0)
);
--> statement-breakpoint
CREATE TABLE "pre_payments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "pre_payments_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('N', number)) STORED NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer_id" uuid NOT NULL,
	"credit_id" uuid,
	"account_id" uuid,
	"amount_minor" bigint NOT NULL,
	"type" text NOT NULL,
	"channel" text NOT NULL,
	"dated_on" date NOT NULL,
	CONSTRAINT "pre_payments_number_unique" UNIQUE("number"),
	CONSTRAINT "pre_payments_code_unique" UNIQUE("code"),
	CONSTRAINT "pre_payments_status_known" CHECK (status in ('pending', 'rejected', 'completed')),
	CONSTRAINT "pre_payments_type_known" CHECK (type in ('automatic', 'voluntary')),
	CONSTRAINT "pre_payments_channel_known" CHECK (channel in ('platform', 'external')),
	CONSTRAINT "pre_payments_of_one" CHECK (num_nonnulls(credit_id, account_id) = 1 and amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "products_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('T', number)) STORED NOT NULL,
	"status" text DEFAULT 'enabled' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"amount_min_minor" bigint,
	"amount_max_minor" bigint,
	"instalments_min" integer,
	"instalments_max" integer,
	"max_active_credits" integer,
	"tolerance_minor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "products_number_unique" UNIQUE("number"),
	CONSTRAINT "products_code_unique" UNIQUE("code"),
	CONSTRAINT "products_status_known" CHECK (status in ('enabled', 'inactive')),
	CONSTRAINT "products_kind_known" CHECK (kind in ('credit', 'card'))
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "promises_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('M', number)) STORED NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer_id" uuid NOT NULL,
	"credit_id" uuid,
	"account_id" uuid,
	"amount_minor" bigint NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "promises_number_unique" UNIQUE("number"),
	CONSTRAINT "promises_code_unique" UNIQUE("code"),
	CONSTRAINT "promises_status_known" CHECK (status in ('open', 'kept', 'broken', 'withdrawn')),
	CONSTRAINT "promises_of_one" CHECK (num_nonnulls(credit_id, account_id) = 1 and amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"key" uuid PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rule_sets_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"rules" jsonb NOT NULL,
	"subject" text NOT NULL,
	"email" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transitions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "transitions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entity" text NOT NULL,
	"record" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"xact" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "transitions_record" UNIQUE("record","seq"),
	CONSTRAINT "transitions_legal" CHECK ((entity, event, from_status, to_status) in (('customer', 'register', 'unregistered', 'enabled'), ('customer', 'disable', 'enabled', 'disabled'), ('customer', 'enable', 'disabled', 'enabled'), ('customer', 'block', 'enabled', 'blocked'), ('customer', 'block', 'disabled', 'blocked'), ('customer', 'unblock', 'blocked', 'disabled'), ('customer', 'delete', 'unregistered', 'deleted'), ('customer', 'delete', 'enabled', 'deleted'), ('customer', 'delete', 'disabled', 'deleted'), ('customer', 'delete', 'blocked', 'deleted'), ('pre_loan', 'confirm', 'pending', 'completed'), ('pre_loan', 'reject', 'pending', 'rejected'), ('credit', 'settle', 'active', 'paid'), ('credit', 'cancel', 'active', 'cancelled'), ('credit', 'refinance', 'active', 'cancelled'), ('credit', 'dispute', 'active', 'in_dispute'), ('credit', 'dispute', 'paid', 'in_dispute'), ('credit', 'lose_dispute', 'in_dispute', 'active'), ('credit', 'win_dispute', 'in_dispute', 'cancelled'), ('credit', 'win_dispute_in_part', 'in_dispute', 'active'), ('credit', 'reopen', 'paid', 'active'), ('credit', 'reopen', 'cancelled', 'active'), ('pre_payment', 'confirm', 'pending', 'completed'), ('pre_payment', 'reject', 'pending', 'rejected'), ('payment', 'reverse', 'accepted', 'reversed'), ('product', 'deactivate', 'enabled', 'inactive'), ('product', 'reactivate', 'inactive', 'enabled'), ('offer', 'activate', 'draft', 'enabled'), ('offer', 'disable', 'enabled', 'disabled'), ('offer', 'enable', 'disabled', 'enabled'), ('account', 'suspend', 'active', 'suspended'), ('account', 'reinstate', 'suspended', 'active'), ('account', 'cancel', 'active', 'canceled'), ('account', 'cancel', 'suspended', 'canceled'), ('card', 'activate', 'default', 'active'), ('card', 'suspend', 'active', 'suspended'), ('card', 'resume', 'suspended', 'active'), ('card', 'block', 'active', 'blocked'), ('card', 'unblock', 'blocked', 'active'), ('card', 'report_lost', 'default', 'lost'), ('card', 'report_lost', 'active', 'lost'), ('card', 'report_lost', 'suspended', 'lost'), ('card', 'report_lost', 'blocked', 'lost'), ('card', 'report_stolen', 'default', 'stolen'), ('card', 'report_stolen', 'active', 'stolen'), ('card', 'report_stolen', 'suspended', 'stolen'), ('card', 'report_stolen', 'blocked', 'stolen'), ('card', 'report_stolen', 'lost', 'stolen'), ('card', 'cancel', 'default', 'canceled'), ('card', 'cancel', 'active', 'canceled'), ('card', 'cancel', 'suspended', 'canceled'), ('card', 'cancel', 'blocked', 'canceled'), ('card', 'cancel', 'lost', 'canceled'), ('card', 'cancel', 'stolen', 'canceled'), ('promise', 'keep', 'open', 'kept'), ('promise', 'break', 'open', 'broken'), ('promise', 'withdraw', 'open', 'withdrawn')))
);
--> statement-breakpoint
CREATE TABLE "violations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"is_fraud" boolean NOT NULL,
	"comment" "bytea",
	"recorded_email" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_email" text,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "moves" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "customer" text;--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "sealed" "bytea";--> statement-breakpoint
ALTER TABLE "history" ADD COLUMN "hash" "bytea" DEFAULT '\x' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_refinances_id_credits_id_fk" FOREIGN KEY ("refinances_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_keys" ADD CONSTRAINT "customer_keys_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_parts" ADD CONSTRAINT "payment_parts_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_parts" ADD CONSTRAINT "payment_parts_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_pre_payment_id_pre_payments_id_fk" FOREIGN KEY ("pre_payment_id") REFERENCES "public"."pre_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD CONSTRAINT "pre_loans_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD CONSTRAINT "pre_loans_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD CONSTRAINT "pre_loans_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD CONSTRAINT "pre_loans_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD CONSTRAINT "pre_loans_refinances_id_credits_id_fk" FOREIGN KEY ("refinances_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD CONSTRAINT "pre_loans_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_payments" ADD CONSTRAINT "pre_payments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_payments" ADD CONSTRAINT "pre_payments_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pre_payments" ADD CONSTRAINT "pre_payments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "violations" ADD CONSTRAINT "violations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_customer" ON "accounts" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "approvals_asked" ON "approvals" USING btree ("asked_at","id");--> statement-breakpoint
CREATE INDEX "approvals_record" ON "approvals" USING btree ("record");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_once" ON "approvals" USING btree ("record","event") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "cards_account" ON "cards" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "credits_customer" ON "credits" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "credits_offer" ON "credits" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "credits_account" ON "credits" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "credits_card" ON "credits" USING btree ("card_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credits_refinances" ON "credits" USING btree ("refinances_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_open" ON "disputes" USING btree ("credit_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "disputes_credit" ON "disputes" USING btree ("credit_id");--> statement-breakpoint
CREATE INDEX "notes_customer" ON "notes" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "offers_product" ON "offers" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "payment_parts_credit" ON "payment_parts" USING btree ("credit_id");--> statement-breakpoint
CREATE INDEX "payments_customer" ON "payments" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "payments_credit" ON "payments" USING btree ("credit_id");--> statement-breakpoint
CREATE INDEX "payments_account" ON "payments" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_pre_payment" ON "payments" USING btree ("pre_payment_id");--> statement-breakpoint
CREATE INDEX "pre_loans_customer" ON "pre_loans" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "pre_loans_offer" ON "pre_loans" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "pre_loans_account" ON "pre_loans" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pre_loans_credit" ON "pre_loans" USING btree ("credit_id");--> statement-breakpoint
CREATE INDEX "pre_payments_customer" ON "pre_payments" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "pre_payments_credit" ON "pre_payments" USING btree ("credit_id");--> statement-breakpoint
CREATE INDEX "pre_payments_account" ON "pre_payments" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "promises_customer" ON "promises" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "requests_at" ON "requests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "violations_customer" ON "violations" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "history_record" ON "history" USING btree ("record","id");--> statement-breakpoint
CREATE INDEX "history_customer" ON "history" USING btree ("customer","id");--> statement-breakpoint
CREATE INDEX "history_email" ON "history" USING btree ("email","at","id");--> statement-breakpoint
CREATE INDEX "history_subject" ON "history" USING btree ("subject","at","id");--> statement-breakpoint
CREATE INDEX "history_action" ON "history" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX "history_module" ON "history" USING btree ("module","at","id");--> statement-breakpoint
CREATE INDEX "history_approval" ON "history" USING btree ((details ->> 'approval')) WHERE (details ->> 'approval') is not null;