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
ALTER TABLE "imports" DROP CONSTRAINT "imports_status_known";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" text DEFAULT 'onboarding' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "unmatched" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pre_payments" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "bank_lines" ADD CONSTRAINT "bank_lines_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_rows" ADD CONSTRAINT "bank_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_rows" ADD CONSTRAINT "bank_rows_pre_payment_id_pre_payments_id_fk" FOREIGN KEY ("pre_payment_id") REFERENCES "public"."pre_payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_rows_import" ON "bank_rows" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "bank_rows_pre_payment" ON "bank_rows" USING btree ("pre_payment_id");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind_known" CHECK (kind in ('onboarding', 'payments'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_status_known" CHECK (status in ('checking', 'checked', 'committing', 'committed', 'discarded'));
