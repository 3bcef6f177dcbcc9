-- What a bank's file said and what came of it is never taken away.
CREATE TRIGGER bank_rows_stay BEFORE DELETE ON bank_rows
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- The planner keeps no quotes of what a bank calls a payment.
ALTER TABLE bank_lines ALTER reference SET STATISTICS 0, ALTER target SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE bank_rows ALTER reference SET STATISTICS 0, ALTER target SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE pre_payments ALTER reference SET STATISTICS 0;
