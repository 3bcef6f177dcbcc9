CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "customers_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text GENERATED ALWAYS AS (record_code('C', "customers"."number")) STORED NOT NULL,
	"external_id" text,
	"status" text DEFAULT 'unregistered' NOT NULL,
	"first_name" text DEFAULT '' NOT NULL,
	"last_name" text DEFAULT '' NOT NULL,
	"name" text collate "es-x-icu" GENERATED ALWAYS AS (btrim("customers"."first_name" || ' ' || "customers"."last_name")) STORED NOT NULL,
	"id_type" text,
	"national_id" text,
	"phone" text,
	"email" text,
	"address" text,
	"phone_verified" boolean DEFAULT false NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"data_accepted_at" timestamp with time zone,
	"commercial_accepted_at" timestamp with time zone,
	"activated_at" timestamp with time zone,
	"active_credits" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"registered_at" timestamp with time zone,
	"status_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" text GENERATED ALWAYS AS (folded(chr(31) || record_code('C', number) || chr(31) || btrim(first_name || ' ' || last_name) || chr(31) || coalesce(phone, '') || chr(31) || coalesce(email, '') || chr(31) || case when status = 'unregistered' then '' else coalesce(national_id, '') end || chr(31))) STORED NOT NULL,
	CONSTRAINT "customers_status_known" CHECK (status in ('unregistered', 'enabled', 'disabled', 'blocked', 'deleted')),
	CONSTRAINT "customers_id_type_known" CHECK (id_type in ('cc', 'ce', 'passport', 'nit')),
	CONSTRAINT "customers_phone_e164" CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
	CONSTRAINT "customers_registered_once" CHECK (status in ('unregistered', 'deleted') or registered_at is not null)
);
--> statement-breakpoint
CREATE TABLE "history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"subject" text NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"ip" text NOT NULL,
	"action" text NOT NULL,
	"module" text NOT NULL,
	"record" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"language" text NOT NULL,
	"business_date" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner" text NOT NULL,
	"list" text NOT NULL,
	"words" text NOT NULL,
	"words_hash" text NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"id_token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "status_tally" (
	"entity" text NOT NULL,
	"status" text NOT NULL,
	"records" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "customers_number" ON "customers" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_code" ON "customers" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_external_id" ON "customers" USING btree ("external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_national_id" ON "customers" USING btree ("id_type","national_id");--> statement-breakpoint
CREATE INDEX "customers_search" ON "customers" USING gin (search gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customers_status_registered" ON "customers" USING btree ("status",coalesce(registered_at, created_at),"id");--> statement-breakpoint
CREATE INDEX "pre_customers_created" ON "customers" USING btree ("created_at","id") WHERE status = 'unregistered';--> statement-breakpoint
CREATE INDEX "pre_customers_modified" ON "customers" USING btree ("status_changed_at","id") WHERE status = 'unregistered';--> statement-breakpoint
CREATE INDEX "pre_customers_name" ON "customers" USING btree ("name","id") WHERE status = 'unregistered';--> statement-breakpoint
CREATE INDEX "pre_customers_id_type" ON "customers" USING btree ("id_type","created_at","id") WHERE status = 'unregistered';--> statement-breakpoint
CREATE INDEX "customers_registered" ON "customers" USING btree (coalesce(registered_at, created_at),"id") WHERE status in ('enabled', 'disabled', 'blocked');--> statement-breakpoint
CREATE INDEX "customers_modified" ON "customers" USING btree ("status_changed_at","id") WHERE status in ('enabled', 'disabled', 'blocked');--> statement-breakpoint
CREATE INDEX "customers_name" ON "customers" USING btree ("name","id") WHERE status in ('enabled', 'disabled', 'blocked');--> statement-breakpoint
CREATE INDEX "customers_active_credits" ON "customers" USING btree ("active_credits","id") WHERE status in ('enabled', 'disabled', 'blocked');--> statement-breakpoint
CREATE INDEX "customers_data_accepted" ON "customers" USING btree ("data_accepted_at","id") WHERE status in ('enabled', 'disabled', 'blocked');--> statement-breakpoint
CREATE INDEX "customers_commercial_accepted" ON "customers" USING btree ("commercial_accepted_at","id") WHERE status in ('enabled', 'disabled', 'blocked');--> statement-breakpoint
CREATE INDEX "history_at" ON "history" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_once" ON "saved_searches" USING btree ("owner","list","words_hash");--> statement-breakpoint
CREATE INDEX "sessions_subject" ON "sessions" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "status_tally_entity" ON "status_tally" USING btree ("entity");