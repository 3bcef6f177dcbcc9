CREATE TABLE "statements" (
	"account_id" uuid NOT NULL,
	"closed_on" date NOT NULL,
	"due_on" date NOT NULL,
	"debt_minor" bigint NOT NULL,
	"falls_due_minor" bigint NOT NULL,
	"charges_minor" bigint NOT NULL,
	"minimum_minor" bigint NOT NULL,
	"added_minor" bigint NOT NULL,
	"payoff_minor" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "statements_account_id_closed_on_pk" PRIMARY KEY("account_id","closed_on"),
	CONSTRAINT "statements_due" CHECK (due_on > closed_on),
	CONSTRAINT "statements_amounts" CHECK (least(debt_minor - minimum_minor, minimum_minor, falls_due_minor, charges_minor, payoff_minor) >= 0)
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "disputed_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" drop column "available_minor";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "available_minor" bigint GENERATED ALWAYS AS (greatest(credit_line_minor - debt_minor - disputed_minor - authorized_minor, 0)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "accounts_available" ON "accounts" USING btree ("available_minor","id");--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "closing_day" integer;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "due_day" integer;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "minimum_percent" numeric(5, 2);--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "minimum_fixed_minor" bigint;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_cycle_days" CHECK (closing_day between 1 and 31 and due_day between 1 and 31);--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_minimum" CHECK (minimum_percent between 0 and 100 and minimum_fixed_minor >= 0);