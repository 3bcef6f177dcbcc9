-- A move's count and instant are written by whoever makes it, and checked once it stands. As a trigger before it wrote them,
-- it had PostgreSQL work out every generated column again with each update, and lock the row as if its identity changed, so
-- that who writes a row that refers to it waited. A record's ID is made of its number, which may be drawn anew, and by its
-- ID the history knows it: neither is for writing.
CREATE OR REPLACE FUNCTION refuse_unwritten_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.number) IS DISTINCT FROM (OLD.id, OLD.number) THEN
    RAISE EXCEPTION 'the identity of a % is not for writing', TG_ARGV[0] USING ERRCODE = 'check_violation';
  END IF;
  -- With its schema: whoever is free to choose would have it find a temporary table of that name.
  PERFORM FROM public.transitions
    WHERE record = OLD.id AND seq = OLD.moves + 1 AND entity = TG_ARGV[0]
      AND from_status = OLD.status AND to_status = NEW.status AND xact = pg_current_xact_id();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this % goes from % to % without a transition', TG_ARGV[0], OLD.status, NEW.status
      USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.moves <> OLD.moves + 1 OR NEW.status_changed_at <> now() THEN
    RAISE EXCEPTION 'a move of a % counts one, and is of now', TG_ARGV[0] USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  entity text;
BEGIN
  FOREACH entity IN ARRAY ARRAY['customer', 'pre_loan', 'credit', 'pre_payment', 'payment', 'product', 'offer', 'account', 'card', 'promise'] LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', entity || 's_move', entity || 's');
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I FOR EACH ROW
      WHEN ((OLD.status, OLD.moves, OLD.id, OLD.number, OLD.status_changed_at) IS DISTINCT FROM
        (NEW.status, NEW.moves, NEW.id, NEW.number, NEW.status_changed_at))
      EXECUTE FUNCTION refuse_unwritten_move(%L)', entity || 's_move', entity || 's', entity);
  END LOOP;
END $$;
