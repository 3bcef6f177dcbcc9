-- What is carried along, and what is asked of every move, costs each write: what is of no account ends at once, and a
-- statement that is written out is planned once a session.
CREATE OR REPLACE FUNCTION carry_debt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- To write not a single account takes as long as to write one.
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM entered WHERE account_id IS NOT NULL) THEN
      RETURN NULL;
    END IF;
    UPDATE public.accounts SET debt_minor = debt_minor + owed, disputed_minor = disputed_minor + disputed
      FROM (
        SELECT account_id, coalesce(sum(outstanding_minor) FILTER (WHERE status <> 'in_dispute'), 0) AS owed,
          coalesce(sum(outstanding_minor) FILTER (WHERE status = 'in_dispute'), 0) AS disputed
        FROM entered WHERE account_id IS NOT NULL GROUP BY account_id) AS steps
      WHERE id = account_id AND (owed <> 0 OR disputed <> 0);
  ELSE
    IF NOT EXISTS (SELECT FROM entered WHERE account_id IS NOT NULL UNION ALL SELECT FROM gone WHERE account_id IS NOT NULL) THEN
      RETURN NULL;
    END IF;
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
CREATE OR REPLACE FUNCTION refuse_idle_transition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  made bigint;
BEGIN
  CASE NEW.entity
    WHEN 'customer' THEN SELECT moves INTO made FROM public.customers WHERE id = NEW.record;
    WHEN 'pre_loan' THEN SELECT moves INTO made FROM public.pre_loans WHERE id = NEW.record;
    WHEN 'credit' THEN SELECT moves INTO made FROM public.credits WHERE id = NEW.record;
    WHEN 'pre_payment' THEN SELECT moves INTO made FROM public.pre_payments WHERE id = NEW.record;
    WHEN 'payment' THEN SELECT moves INTO made FROM public.payments WHERE id = NEW.record;
    WHEN 'product' THEN SELECT moves INTO made FROM public.products WHERE id = NEW.record;
    WHEN 'offer' THEN SELECT moves INTO made FROM public.offers WHERE id = NEW.record;
    WHEN 'account' THEN SELECT moves INTO made FROM public.accounts WHERE id = NEW.record;
    WHEN 'card' THEN SELECT moves INTO made FROM public.cards WHERE id = NEW.record;
    WHEN 'promise' THEN SELECT moves INTO made FROM public.promises WHERE id = NEW.record;
  END CASE;
  IF made IS NULL OR made < NEW.seq THEN
    RAISE EXCEPTION 'no % made the move %', NEW.entity, NEW.event USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
