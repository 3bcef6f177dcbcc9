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
ALTER TABLE "offers" ADD COLUMN "type" text DEFAULT 'cash' NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "terms" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "downpayment_percent" numeric(5, 2);--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "is_payoff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD COLUMN "disburse_on" date;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD COLUMN "first_due_on" date;--> statement-breakpoint
ALTER TABLE "pre_payments" ADD COLUMN "is_payoff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "decimals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "status_tally" ADD COLUMN "offer_id" uuid;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_supersedes_id_allocations_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."allocations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment_id_credit_id_payment_parts_payment_id_credit_id_fk" FOREIGN KEY ("payment_id","credit_id") REFERENCES "public"."payment_parts"("payment_id","credit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_stops" ADD CONSTRAINT "product_stops_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "day_closes_unfinished" ON "day_closes" USING btree ((finished_at is null)) WHERE finished_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "allocations_in_force" ON "allocations" USING btree ("credit_id","payment_id","instalment") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "allocations_payment" ON "allocations" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "product_stops_product" ON "product_stops" USING btree ("product_id");--> statement-breakpoint
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
ALTER TABLE "offers" ADD CONSTRAINT "offers_type_known" CHECK (type in ('cash', 'purchase'));--> statement-breakpoint
ALTER TABLE "payment_parts" ADD CONSTRAINT "payment_parts_amount" CHECK (amount_minor >= 0);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_channel_known" CHECK (channel in ('platform', 'external'));--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_decimals" CHECK (decimals between 0 and 2);--> statement-breakpoint
ALTER TABLE "offers" DROP COLUMN "annual_rate";