-- Of credits the tally also knows the offer: how many of each are active is asked for with every list of offers.
CREATE FUNCTION tally_credits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO status_tally (entity, status, offer_id, records)
      SELECT 'credit', status, offer_id, count(*) FROM entered GROUP BY status, offer_id;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO status_tally (entity, status, offer_id, records)
      SELECT 'credit', status, offer_id, -count(*) FROM gone GROUP BY status, offer_id;
  ELSE
    INSERT INTO status_tally (entity, status, offer_id, records)
      SELECT 'credit', status, offer_id, sum(step)
      FROM (SELECT status, offer_id, 1 AS step FROM entered UNION ALL SELECT status, offer_id, -1 FROM gone) AS steps
      GROUP BY status, offer_id HAVING sum(step) <> 0;
  END IF;
  -- Rows that another writer is folding are left to it.
  IF random() < 0.02 THEN
    WITH folded AS (
      DELETE FROM status_tally WHERE ctid IN
        (SELECT ctid FROM status_tally WHERE entity = 'credit' FOR UPDATE SKIP LOCKED)
      RETURNING status, offer_id, records)
    INSERT INTO status_tally (entity, status, offer_id, records)
      SELECT 'credit', status, offer_id, sum(records) FROM folded GROUP BY status, offer_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION tally_credits() FROM PUBLIC;
--> statement-breakpoint
DROP TRIGGER credits_tally_insert ON credits;
--> statement-breakpoint
DROP TRIGGER credits_tally_update ON credits;
--> statement-breakpoint
DROP TRIGGER credits_tally_delete ON credits;
--> statement-breakpoint
CREATE TRIGGER credits_tally_insert AFTER INSERT ON credits REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION tally_credits();
--> statement-breakpoint
CREATE TRIGGER credits_tally_update AFTER UPDATE ON credits REFERENCING NEW TABLE AS entered OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_credits();
--> statement-breakpoint
CREATE TRIGGER credits_tally_delete AFTER DELETE ON credits REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tally_credits();
--> statement-breakpoint
-- What an account owes and what is held of its line, carried along by whatever changes either.
CREATE FUNCTION carry_debt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE public.accounts SET debt_minor = debt_minor + step
      FROM (SELECT account_id, sum(outstanding_minor) AS step FROM entered WHERE account_id IS NOT NULL GROUP BY account_id) AS steps
      WHERE id = account_id AND step <> 0;
  ELSE
    UPDATE public.accounts SET debt_minor = debt_minor + step
      FROM (
        SELECT account_id, sum(outstanding_minor) AS step
        FROM (SELECT account_id, outstanding_minor FROM entered WHERE account_id IS NOT NULL
          UNION ALL SELECT account_id, -outstanding_minor FROM gone WHERE account_id IS NOT NULL) AS each
        GROUP BY account_id HAVING sum(outstanding_minor) <> 0) AS steps
      WHERE id = account_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER credits_debt_insert AFTER INSERT ON credits REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION carry_debt();
--> statement-breakpoint
CREATE TRIGGER credits_debt_update AFTER UPDATE ON credits REFERENCING NEW TABLE AS entered OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION carry_debt();
--> statement-breakpoint
CREATE FUNCTION carry_authorized() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE public.accounts SET authorized_minor = authorized_minor + step
      FROM (SELECT account_id, sum(amount_minor - downpayment_minor) AS step FROM entered
        WHERE account_id IS NOT NULL AND status = 'pending' GROUP BY account_id) AS steps
      WHERE id = account_id;
  ELSE
    UPDATE public.accounts SET authorized_minor = authorized_minor + step
      FROM (
        SELECT account_id, sum(held) AS step
        FROM (SELECT account_id, amount_minor - downpayment_minor AS held FROM entered WHERE account_id IS NOT NULL AND status = 'pending'
          UNION ALL SELECT account_id, downpayment_minor - amount_minor FROM gone WHERE account_id IS NOT NULL AND status = 'pending') AS each
        GROUP BY account_id HAVING sum(held) <> 0) AS steps
      WHERE id = account_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER pre_loans_held_insert AFTER INSERT ON pre_loans REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION carry_authorized();
--> statement-breakpoint
CREATE TRIGGER pre_loans_held_update AFTER UPDATE ON pre_loans REFERENCING NEW TABLE AS entered OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION carry_authorized();
--> statement-breakpoint
-- A payment came the way that was announced.
CREATE FUNCTION say_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.channel := (SELECT channel FROM public.pre_payments WHERE id = NEW.pre_payment_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_channel BEFORE INSERT ON payments FOR EACH ROW WHEN (NEW.pre_payment_id IS NOT NULL)
  EXECUTE FUNCTION say_channel();
--> statement-breakpoint
UPDATE payments SET channel = pre_payments.channel FROM pre_payments WHERE pre_payments.id = pre_payment_id;
--> statement-breakpoint
-- Two who add to one account would each share it first, for it is referred to, and then wait for the other to let go.
CREATE FUNCTION hold_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM public.accounts WHERE id = NEW.account_id FOR UPDATE;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER credits_hold BEFORE INSERT ON credits FOR EACH ROW WHEN (NEW.account_id IS NOT NULL)
  EXECUTE FUNCTION hold_account();
--> statement-breakpoint
CREATE TRIGGER pre_loans_hold BEFORE INSERT ON pre_loans FOR EACH ROW WHEN (NEW.account_id IS NOT NULL)
  EXECUTE FUNCTION hold_account();
--> statement-breakpoint
-- Its credits may be there before an account is, while what refers to it is not checked.
CREATE FUNCTION begin_debt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.accounts SET debt_minor = owed
    FROM (SELECT account_id, sum(outstanding_minor) AS owed FROM public.credits
      WHERE account_id IN (SELECT id FROM entered) GROUP BY account_id) AS sums
    WHERE id = account_id;
  UPDATE public.accounts SET authorized_minor = held
    FROM (SELECT account_id, sum(amount_minor - downpayment_minor) AS held FROM public.pre_loans
      WHERE account_id IN (SELECT id FROM entered) AND status = 'pending' GROUP BY account_id) AS sums
    WHERE id = account_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER accounts_debt_begins AFTER INSERT ON accounts REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION begin_debt();
--> statement-breakpoint
UPDATE accounts SET
  debt_minor = (SELECT coalesce(sum(outstanding_minor), 0) FROM credits WHERE account_id = accounts.id),
  authorized_minor = (SELECT coalesce(sum(amount_minor - downpayment_minor), 0) FROM pre_loans
    WHERE account_id = accounts.id AND status = 'pending');
--> statement-breakpoint
DELETE FROM status_tally WHERE entity = 'credit';
--> statement-breakpoint
INSERT INTO status_tally (entity, status, offer_id, records)
  SELECT 'credit', status, offer_id, count(*) FROM credits GROUP BY status, offer_id;
