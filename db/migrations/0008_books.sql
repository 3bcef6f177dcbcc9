-- What a credit was agreed on, and what a payment covered, is never rewritten; an allocation is superseded once.
CREATE TRIGGER terms_append_only BEFORE UPDATE OR DELETE ON terms
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER terms_keep_all BEFORE TRUNCATE ON terms
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER allocations_stay BEFORE DELETE ON allocations
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER allocations_supersede_once BEFORE UPDATE ON allocations
  FOR EACH ROW
  WHEN (OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
    OR (NEW.id, NEW.payment_id, NEW.credit_id, NEW.instalment, NEW.penalty_minor, NEW.fee_minor, NEW.interest_minor, NEW.principal_minor)
      IS DISTINCT FROM
      (OLD.id, OLD.payment_id, OLD.credit_id, OLD.instalment, OLD.penalty_minor, OLD.fee_minor, OLD.interest_minor, OLD.principal_minor))
  EXECUTE FUNCTION refuse_rewriting();
