-- What an account owes and what of that is in dispute, carried along by whatever changes either.
CREATE OR REPLACE FUNCTION carry_debt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE public.accounts SET debt_minor = debt_minor + owed, disputed_minor = disputed_minor + disputed
      FROM (
        SELECT account_id, coalesce(sum(outstanding_minor) FILTER (WHERE status <> 'in_dispute'), 0) AS owed,
          coalesce(sum(outstanding_minor) FILTER (WHERE status = 'in_dispute'), 0) AS disputed
        FROM entered WHERE account_id IS NOT NULL GROUP BY account_id) AS steps
      WHERE id = account_id AND (owed <> 0 OR disputed <> 0);
  ELSE
    UPDATE public.accounts SET debt_minor = debt_minor + owed, disputed_minor = disputed_minor + disputed
      FROM (
        SELECT account_id, coalesce(sum(step) FILTER (WHERE status <> 'in_dispute'), 0) AS owed,
          coalesce(sum(step) FILTER (WHERE status = 'in_dispute'), 0) AS disputed
        FROM (SELECT account_id, status, outstanding_minor AS step FROM entered WHERE account_id IS NOT NULL
          UNION ALL SELECT account_id, status, -outstanding_minor FROM gone WHERE account_id IS NOT NULL) AS each
        GROUP BY account_id) AS steps
      WHERE id = account_id AND (owed <> 0 OR disputed <> 0);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION begin_debt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.accounts SET debt_minor = owed, disputed_minor = disputed
    FROM (
      SELECT account_id, coalesce(sum(outstanding_minor) FILTER (WHERE status <> 'in_dispute'), 0) AS owed,
        coalesce(sum(outstanding_minor) FILTER (WHERE status = 'in_dispute'), 0) AS disputed
      FROM public.credits WHERE account_id IN (SELECT id FROM entered) GROUP BY account_id) AS sums
    WHERE id = account_id;
  UPDATE public.accounts SET authorized_minor = held
    FROM (SELECT account_id, sum(amount_minor - downpayment_minor) AS held FROM public.pre_loans
      WHERE account_id IN (SELECT id FROM entered) AND status = 'pending' GROUP BY account_id) AS sums
    WHERE id = account_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
UPDATE accounts SET debt_minor = debt_minor - disputed, disputed_minor = disputed
  FROM (SELECT account_id, sum(outstanding_minor) AS disputed FROM credits
    WHERE account_id IS NOT NULL AND status = 'in_dispute' GROUP BY account_id) AS sums
  WHERE id = account_id;
--> statement-breakpoint
-- What a holder was told is never rewritten.
CREATE TRIGGER statements_append_only BEFORE UPDATE OR DELETE ON statements
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
