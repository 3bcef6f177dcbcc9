-- The first move of a record is its first: what is numbered before it, no status followed.
ALTER TABLE "transitions" ADD CONSTRAINT "transitions_counted" CHECK (seq > 0);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_unwritten_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.number, NEW.moves, NEW.status_changed_at) IS DISTINCT FROM (OLD.id, OLD.number, OLD.moves, OLD.status_changed_at) THEN
    RAISE EXCEPTION 'the identity of a % and how often and when it last moved are not for writing', TG_ARGV[0]
      USING ERRCODE = 'check_violation';
  END IF;
  NEW.moves := OLD.moves + 1;
  NEW.status_changed_at := now();
  -- With its schema: whoever is free to choose would have it find a temporary table of that name.
  PERFORM FROM public.transitions
    WHERE record = NEW.id AND seq = NEW.moves AND entity = TG_ARGV[0]
      AND from_status = OLD.status AND to_status = NEW.status AND xact = pg_current_xact_id();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this % goes from % to % without a transition', TG_ARGV[0], OLD.status, NEW.status
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A record's ID is made of its number, which may be drawn anew; by its ID the history knows it.
DO $$
DECLARE
  entity text;
BEGIN
  FOREACH entity IN ARRAY ARRAY['customer', 'pre_loan', 'credit', 'pre_payment', 'payment', 'product', 'offer', 'account', 'card', 'promise'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW
      WHEN ((OLD.status, OLD.moves, OLD.id, OLD.number, OLD.status_changed_at) IS DISTINCT FROM
        (NEW.status, NEW.moves, NEW.id, NEW.number, NEW.status_changed_at))
      EXECUTE FUNCTION refuse_unwritten_move(%L)', entity || 's_move', entity || 's', entity);
  END LOOP;
END $$;
