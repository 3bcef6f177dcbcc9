DROP INDEX "credits_offer";--> statement-breakpoint
DROP INDEX "pre_loans_offer";--> statement-breakpoint
DROP INDEX "status_tally_entity";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "debt_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "authorized_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "available_minor" bigint GENERATED ALWAYS AS (greatest(credit_line_minor - debt_minor - authorized_minor, 0)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "status_tally" ADD COLUMN "offer_id" uuid;--> statement-breakpoint
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
ALTER TABLE "payments" ADD CONSTRAINT "payments_channel_known" CHECK (channel in ('platform', 'external'));