CREATE TABLE "bank_lines" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"target" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"dated_on" date NOT NULL,
	"reference" text,
	"channel" text NOT NULL,
	"type" text NOT NULL,
	"identity" text,
	CONSTRAINT "bank_lines_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "bank_rows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"target" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"dated_on" date NOT NULL,
	"reference" text,
	"channel" text NOT NULL,
	"type" text NOT NULL,
	"identity" text NOT NULL,
	"state" text NOT NULL,
	"pre_payment_id" uuid,
	"dismissal" text,
	"resolved_email" text,
	"resolved_at" timestamp with time zone,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_rows_identity_unique" UNIQUE("identity"),
	CONSTRAINT "bank_rows_state_known" CHECK (state in ('matched', 'unmatched', 'assigned', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "card_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "card_messages_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"purchase" text NOT NULL,
	"account_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"merchant" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text NOT NULL,
	"refusals" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"pre_loan_id" uuid,
	"credit_id" uuid,
	CONSTRAINT "card_messages_kind_known" CHECK (kind in ('authorization', 'settlement', 'reversal', 'refund')),
	CONSTRAINT "card_messages_outcome_known" CHECK (outcome in ('approved', 'declined', 'booked', 'released', 'waiting', 'refused')),
	CONSTRAINT "card_messages_said" CHECK (amount_minor > 0 and external_id <> '' and purchase <> '')
);
--> statement-breakpoint
CREATE TABLE "day_closes" (
	"day" date PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"email" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_up_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "day_closes_progress" CHECK (done between 0 and total)
);
--> statement-breakpoint
CREATE TABLE "allocations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "allocations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" uuid NOT NULL,
	"credit_id" uuid NOT NULL,
	"instalment" integer NOT NULL,
	"penalty_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"interest_minor" bigint NOT NULL,
	"principal_minor" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"supersedes_id" bigint,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "allocations_amounts" CHECK (least(penalty_minor, fee_minor, interest_minor, principal_minor) >= 0
        and penalty_minor + fee_minor + interest_minor + principal_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "product_stops" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"product_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	CONSTRAINT "product_stops_days" CHECK (until_on >= from_on)
);
--> statement-breakpoint
CREATE TABLE "balance_refunds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reference" text NOT NULL,
	"on_day" date NOT NULL,
	"asked_email" text NOT NULL,
	"approved_email" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "balance_refunds_amount" CHECK (amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "credit_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"credit_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"on_day" date NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credit_notes_amount" CHECK (amount_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "settlement_flags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"credit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seen" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_email" text,
	"comment" "bytea",
	CONSTRAINT "settlement_flags_kind_known" CHECK (kind in ('no_authorization', 'amount_differs', 'reversed_late', 'refund_above', 'refund_of_closed', 'refund_in_dispute')),
	CONSTRAINT "settlement_flags_resolved" CHECK ((resolved_at is null) = (resolved_email is null))
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hash" text NOT NULL,
	"settings" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "terms_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "credits" DROP CONSTRAINT "credits_amounts";--> statement-breakpoint
ALTER TABLE "credits" DROP CONSTRAINT "credits_days";--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_status_known";--> statement-breakpoint
ALTER TABLE "payment_parts" DROP CONSTRAINT "payment_parts_amount";--> statement-breakpoint
DROP INDEX "credits_offer";--> statement-breakpoint
DROP INDEX "pre_loans_offer";--> statement-breakpoint
DROP INDEX "status_tally_entity";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "debt_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "authorized_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "available_minor" bigint GENERATED ALWAYS AS (greatest(credit_line_minor - debt_minor - authorized_minor, 0)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "terms_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "instalments" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "first_due_on" date;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "collection" text[] DEFAULT '{penalty,fee,interest,principal}' NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "amount_past_due_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "past_due_since" date;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "paused_days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "next_due_on" date;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "next_due_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "wakes_on" date;--> statement-breakpoint
ALTER TABLE "credits" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "opened_on" date NOT NULL;--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" text DEFAULT 'onboarding' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "unmatched" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "type" text DEFAULT 'cash' NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "terms" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "downpayment_percent" numeric(5, 2);--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "is_payoff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD COLUMN "disburse_on" date;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD COLUMN "first_due_on" date;--> statement-breakpoint
ALTER TABLE "pre_payments" ADD COLUMN "is_payoff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pre_payments" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "decimals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "status_tally" ADD COLUMN "offer_id" uuid;--> statement-breakpoint
ALTER TABLE "bank_lines" ADD CONSTRAINT "bank_lines_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_rows" ADD CONSTRAINT "bank_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_rows" ADD CONSTRAINT "bank_rows_pre_payment_id_pre_payments_id_fk" FOREIGN KEY ("pre_payment_id") REFERENCES "public"."pre_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_messages" ADD CONSTRAINT "card_messages_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_messages" ADD CONSTRAINT "card_messages_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_messages" ADD CONSTRAINT "card_messages_pre_loan_id_pre_loans_id_fk" FOREIGN KEY ("pre_loan_id") REFERENCES "public"."pre_loans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_messages" ADD CONSTRAINT "card_messages_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_supersedes_id_allocations_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."allocations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment_id_credit_id_payment_parts_payment_id_credit_id_fk" FOREIGN KEY ("payment_id","credit_id") REFERENCES "public"."payment_parts"("payment_id","credit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_stops" ADD CONSTRAINT "product_stops_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_refunds" ADD CONSTRAINT "balance_refunds_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_message_id_card_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."card_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_flags" ADD CONSTRAINT "settlement_flags_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_rows_import" ON "bank_rows" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "bank_rows_pre_payment" ON "bank_rows" USING btree ("pre_payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "card_messages_once" ON "card_messages" USING btree ("external_id","kind");--> statement-breakpoint
CREATE INDEX "card_messages_purchase" ON "card_messages" USING btree ("purchase");--> statement-breakpoint
CREATE INDEX "card_messages_account" ON "card_messages" USING btree ("account_id","number");--> statement-breakpoint
CREATE INDEX "card_messages_card" ON "card_messages" USING btree ("card_id","number");--> statement-breakpoint
CREATE INDEX "card_messages_pre_loan" ON "card_messages" USING btree ("pre_loan_id");--> statement-breakpoint
CREATE INDEX "card_messages_credit" ON "card_messages" USING btree ("credit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "day_closes_unfinished" ON "day_closes" USING btree ((finished_at is null)) WHERE finished_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "allocations_in_force" ON "allocations" USING btree ("credit_id","payment_id","instalment") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "allocations_payment" ON "allocations" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "product_stops_product" ON "product_stops" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "balance_refunds_account" ON "balance_refunds" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "credit_notes_credit" ON "credit_notes" USING btree ("credit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_notes_message" ON "credit_notes" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "settlement_flags_credit" ON "settlement_flags" USING btree ("credit_id");--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_terms_id_terms_id_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_product" ON "accounts" USING btree ("product_id","created_at","id");--> statement-breakpoint
CREATE INDEX "accounts_created" ON "accounts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "accounts_status" ON "accounts" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "accounts_credit_line" ON "accounts" USING btree ("credit_line_minor","id");--> statement-breakpoint
CREATE INDEX "accounts_available" ON "accounts" USING btree ("available_minor","id");--> statement-breakpoint
CREATE INDEX "accounts_debt" ON "accounts" USING btree ("debt_minor","id");--> statement-breakpoint
CREATE INDEX "cards_created" ON "cards" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "cards_modified" ON "cards" USING btree ("status_changed_at","id");--> statement-breakpoint
CREATE INDEX "cards_status" ON "cards" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "cards_kind" ON "cards" USING btree ("kind","created_at","id");--> statement-breakpoint
CREATE INDEX "credits_wake" ON "credits" USING btree ("wakes_on");--> statement-breakpoint
CREATE INDEX "credits_past_due" ON "credits" USING btree ("number") WHERE past_due_since is not null;--> statement-breakpoint
CREATE INDEX "credits_taken" ON "credits" USING btree ("disbursed_on","id");--> statement-breakpoint
CREATE INDEX "credits_status" ON "credits" USING btree ("status","disbursed_on","id");--> statement-breakpoint
CREATE INDEX "credits_days_past_due" ON "credits" USING btree ("days_past_due","id");--> statement-breakpoint
CREATE INDEX "credits_outstanding" ON "credits" USING btree ("outstanding_minor","id");--> statement-breakpoint
CREATE INDEX "credits_amount" ON "credits" USING btree ("amount_minor","id");--> statement-breakpoint
CREATE INDEX "credits_refinanced" ON "credits" USING btree ("disbursed_on","id") WHERE (refinances_id is not null or closed_by is not distinct from 'refinance');--> statement-breakpoint
CREATE INDEX "payments_paid" ON "payments" USING btree ("paid_on","id");--> statement-breakpoint
CREATE INDEX "payments_status" ON "payments" USING btree ("status","paid_on","id");--> statement-breakpoint
CREATE INDEX "payments_type" ON "payments" USING btree ("type","paid_on","id");--> statement-breakpoint
CREATE INDEX "payments_channel" ON "payments" USING btree ("channel","paid_on","id");--> statement-breakpoint
CREATE INDEX "payments_amount" ON "payments" USING btree ("amount_minor","id");--> statement-breakpoint
CREATE INDEX "pre_loans_taken" ON "pre_loans" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "pre_loans_status" ON "pre_loans" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "pre_loans_amount" ON "pre_loans" USING btree ("amount_minor","id");--> statement-breakpoint
CREATE INDEX "pre_payments_taken" ON "pre_payments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "pre_payments_status" ON "pre_payments" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "pre_payments_type" ON "pre_payments" USING btree ("type","created_at","id");--> statement-breakpoint
CREATE INDEX "pre_payments_channel" ON "pre_payments" USING btree ("channel","created_at","id");--> statement-breakpoint
CREATE INDEX "pre_payments_amount" ON "pre_payments" USING btree ("amount_minor","id");--> statement-breakpoint
CREATE INDEX "promises_credit" ON "promises" USING btree ("credit_id");--> statement-breakpoint
CREATE INDEX "promises_account" ON "promises" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "promises_due" ON "promises" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "promises_status" ON "promises" USING btree ("status","due_on","id");--> statement-breakpoint
CREATE INDEX "promises_amount" ON "promises" USING btree ("amount_minor","id");--> statement-breakpoint
CREATE INDEX "credits_offer" ON "credits" USING btree ("offer_id","disbursed_on","id");--> statement-breakpoint
CREATE INDEX "pre_loans_offer" ON "pre_loans" USING btree ("offer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "status_tally_entity" ON "status_tally" USING btree ("entity","status","offer_id");--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_past_due" CHECK ((past_due_since is null) = (days_past_due = 0));--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_amounts" CHECK (amount_minor > 0 and outstanding_minor >= 0 and credit_balance_minor >= 0 and closing_note_minor >= 0
        and amount_past_due_minor between 0 and outstanding_minor and next_due_minor >= 0 and instalments > 0);--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_days" CHECK (days_past_due >= 0 and delinquent_days between 0 and days_past_due and paused_days >= 0);--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind_known" CHECK (kind in ('onboarding', 'payments'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_status_known" CHECK (status in ('checking', 'checked', 'committing', 'committed', 'discarded'));--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_type_known" CHECK (type in ('cash', 'purchase'));--> statement-breakpoint
ALTER TABLE "payment_parts" ADD CONSTRAINT "payment_parts_amount" CHECK (amount_minor >= 0);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_channel_known" CHECK (channel in ('platform', 'external'));--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_decimals" CHECK (decimals between 0 and 2);--> statement-breakpoint
ALTER TABLE "offers" DROP COLUMN "annual_rate";