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
