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
ALTER TABLE "card_messages" ADD CONSTRAINT "card_messages_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_messages" ADD CONSTRAINT "card_messages_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_messages" ADD CONSTRAINT "card_messages_pre_loan_id_pre_loans_id_fk" FOREIGN KEY ("pre_loan_id") REFERENCES "public"."pre_loans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_messages" ADD CONSTRAINT "card_messages_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_refunds" ADD CONSTRAINT "balance_refunds_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_message_id_card_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."card_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_flags" ADD CONSTRAINT "settlement_flags_credit_id_credits_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "card_messages_once" ON "card_messages" USING btree ("external_id","kind");--> statement-breakpoint
CREATE INDEX "card_messages_purchase" ON "card_messages" USING btree ("purchase");--> statement-breakpoint
CREATE INDEX "card_messages_account" ON "card_messages" USING btree ("account_id","number");--> statement-breakpoint
CREATE INDEX "card_messages_card" ON "card_messages" USING btree ("card_id","number");--> statement-breakpoint
CREATE INDEX "card_messages_pre_loan" ON "card_messages" USING btree ("pre_loan_id");--> statement-breakpoint
CREATE INDEX "card_messages_credit" ON "card_messages" USING btree ("credit_id");--> statement-breakpoint
CREATE INDEX "balance_refunds_account" ON "balance_refunds" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "credit_notes_credit" ON "credit_notes" USING btree ("credit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_notes_message" ON "credit_notes" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "settlement_flags_credit" ON "settlement_flags" USING btree ("credit_id");