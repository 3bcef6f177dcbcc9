-- What was typed in clear SQL cannot seal under a customer's key, so it goes. Of refunds that were paid the history still has
-- it, whose rows nothing changes; those that wait for a second operator lapse, to be asked for again.
ALTER TABLE "balance_refunds" ALTER COLUMN "reference" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "balance_refunds" ALTER COLUMN "reference" SET DATA TYPE bytea USING NULL::bytea;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "reference" "bytea";--> statement-breakpoint
UPDATE approvals SET expires_at = now() WHERE event = 'refund' AND status = 'pending' AND expires_at > now();
--> statement-breakpoint
UPDATE approvals SET input = input - 'reference' WHERE input ? 'reference';
--> statement-breakpoint
-- What a bank called a record that nobody has is not its ID.
UPDATE import_faults SET other = '—' WHERE reason = 'reference_of_row' AND other !~ '^[A-Z]-[2-9A-Y]{6}$';
