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
ALTER TABLE "payments" ADD COLUMN "is_payoff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD COLUMN "disburse_on" date;--> statement-breakpoint
ALTER TABLE "pre_loans" ADD COLUMN "first_due_on" date;--> statement-breakpoint
ALTER TABLE "pre_payments" ADD COLUMN "is_payoff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "decimals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_supersedes_id_allocations_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."allocations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment_id_credit_id_payment_parts_payment_id_credit_id_fk" FOREIGN KEY ("payment_id","credit_id") REFERENCES "public"."payment_parts"("payment_id","credit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_stops" ADD CONSTRAINT "product_stops_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "allocations_in_force" ON "allocations" USING btree ("credit_id","payment_id","instalment") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "allocations_payment" ON "allocations" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "product_stops_product" ON "product_stops" USING btree ("product_id");--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_terms_id_terms_id_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credits_wake" ON "credits" USING btree ("wakes_on");--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_past_due" CHECK ((past_due_since is null) = (days_past_due = 0));--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_amounts" CHECK (amount_minor > 0 and outstanding_minor >= 0 and credit_balance_minor >= 0 and closing_note_minor >= 0
        and amount_past_due_minor between 0 and outstanding_minor and next_due_minor >= 0 and instalments > 0);--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_days" CHECK (days_past_due >= 0 and delinquent_days between 0 and days_past_due and paused_days >= 0);--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_type_known" CHECK (type in ('cash', 'purchase'));--> statement-breakpoint
ALTER TABLE "payment_parts" ADD CONSTRAINT "payment_parts_amount" CHECK (amount_minor >= 0);--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_decimals" CHECK (decimals between 0 and 2);--> statement-breakpoint
ALTER TABLE "offers" DROP COLUMN "annual_rate";