DROP INDEX "customers_status_registered";--> statement-breakpoint
DROP INDEX "customers_registered";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "onboarded_at" timestamp with time zone GENERATED ALWAYS AS (coalesce(registered_at, created_at)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "customers_status_registered" ON "customers" USING btree ("status","onboarded_at","id");--> statement-breakpoint
CREATE INDEX "customers_registered" ON "customers" USING btree ("onboarded_at","id") WHERE status in ('enabled', 'disabled', 'blocked');