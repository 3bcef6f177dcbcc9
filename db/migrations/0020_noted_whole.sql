ALTER TABLE "credits" ADD COLUMN "was_noted_whole" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Of what was closed before: a note was for all of it where nothing is paid.
UPDATE credits k SET was_noted_whole = true WHERE closed_by IS NOT NULL AND closing_note_minor > 0
  AND NOT EXISTS (SELECT FROM payment_parts y JOIN payments m ON m.id = y.payment_id
    WHERE y.credit_id = k.id AND y.amount_minor > 0 AND m.status = 'accepted');
