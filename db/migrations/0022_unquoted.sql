-- Of what is staged of a card's processor the planner keeps no quotes either, for they outlive the rows.
ALTER TABLE processor_lines ALTER merchant SET STATISTICS 0;
--> statement-breakpoint
-- What it quoted before it was told to keep nothing it would keep for ever: ANALYZE passes such columns over. To be made
-- what it is already takes a column's figures away.
ALTER TABLE processor_lines ALTER merchant TYPE text;
--> statement-breakpoint
ALTER TABLE import_rows
  ALTER external_id TYPE text,
  ALTER first_name TYPE text,
  ALTER last_name TYPE text,
  ALTER national_id TYPE text,
  ALTER phone TYPE text,
  ALTER email TYPE text,
  ALTER address TYPE text;
--> statement-breakpoint
ALTER TABLE saved_searches ALTER words TYPE text, ALTER words_hash TYPE text;
--> statement-breakpoint
ALTER TABLE bank_lines ALTER reference TYPE text, ALTER target TYPE text;
--> statement-breakpoint
ALTER TABLE bank_rows ALTER reference TYPE text, ALTER target TYPE text;
--> statement-breakpoint
ALTER TABLE pre_payments ALTER reference TYPE text;
