-- A status changes only with its own row in transitions, written in the same transaction: whoever changes it, and
-- whichever way. The row must be an edge of the machine (a CHECK there).
CREATE FUNCTION refuse_unwritten_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.moves <> OLD.moves THEN
    RAISE EXCEPTION 'the identity of a % and the number of its moves are not for writing', TG_ARGV[0]
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
-- And a transition that no status followed is a lie as well.
CREATE FUNCTION refuse_idle_transition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  has_moved boolean;
BEGIN
  EXECUTE format('SELECT moves >= $1 FROM public.%I WHERE id = $2', NEW.entity || 's') INTO has_moved USING NEW.seq, NEW.record;
  IF has_moved IS NOT TRUE THEN
    RAISE EXCEPTION 'no % made the move %', NEW.entity, NEW.event USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_moves_unmade() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a record of % begins without moves', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER transitions_are_made AFTER INSERT ON transitions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION refuse_idle_transition();
--> statement-breakpoint
CREATE TRIGGER transitions_append_only BEFORE UPDATE OR DELETE ON transitions
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER transitions_keep_all BEFORE TRUNCATE ON transitions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
DO $$
DECLARE
  entity text;
BEGIN
  FOREACH entity IN ARRAY ARRAY['customer', 'pre_loan', 'credit', 'pre_payment', 'payment', 'product', 'offer', 'account', 'card', 'promise'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW
      WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.moves IS DISTINCT FROM NEW.moves OR OLD.id IS DISTINCT FROM NEW.id)
      EXECUTE FUNCTION refuse_unwritten_move(%L)', entity || 's_move', entity || 's', entity);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I FOR EACH ROW WHEN (NEW.moves <> 0)
      EXECUTE FUNCTION refuse_moves_unmade()', entity || 's_begin', entity || 's');
    -- What was is never taken away; of an offer nobody used, its foreign keys say so.
    IF entity <> 'offer' THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()',
        entity || 's_stay', entity || 's');
    END IF;
    IF entity <> 'customer' THEN
      EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS entered
        FOR EACH STATEMENT EXECUTE FUNCTION tally_status(%L)', entity || 's_tally_insert', entity || 's', entity);
      EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS entered OLD TABLE AS gone
        FOR EACH STATEMENT EXECUTE FUNCTION tally_status(%L)', entity || 's_tally_update', entity || 's', entity);
      EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS gone
        FOR EACH STATEMENT EXECUTE FUNCTION tally_status(%L)', entity || 's_tally_delete', entity || 's', entity);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- What the planner keeps of a table quotes its rows, for whoever may read them, and outlives them. Of what is staged or
-- searched for it keeps nothing that tells who somebody is; of customers it is made anew whenever one of them is erased.
ALTER TABLE import_rows
  ALTER external_id SET STATISTICS 0,
  ALTER first_name SET STATISTICS 0,
  ALTER last_name SET STATISTICS 0,
  ALTER national_id SET STATISTICS 0,
  ALTER phone SET STATISTICS 0,
  ALTER email SET STATISTICS 0,
  ALTER address SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE saved_searches ALTER words SET STATISTICS 0, ALTER words_hash SET STATISTICS 0;
--> statement-breakpoint
CREATE FUNCTION analyze_customers() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE customers;
END $$;
--> statement-breakpoint
-- The history's chain. Who adds to it locks the head first, so that ids, instants and hashes are in one order and no two
-- writers follow the same row; it is the last thing a transaction does. Ids are without gaps, whatever a statement says.
INSERT INTO history_head (rows, last_id, hash) VALUES (0, 0, sha256(''));
--> statement-breakpoint
-- A row's hash is made from the one before and from what the row holds, in one spelling whatever the session's settings
-- are. STABLE, because PostgreSQL writes no body into a statement that calls itself steadier than what it calls.
CREATE FUNCTION history_hash(before bytea, entry history) RETURNS bytea LANGUAGE sql STABLE
  RETURN sha256(before || convert_to(json_build_array(
    (entry).id, to_char((entry).at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), (entry).subject, (entry).email,
    (entry).role, (entry).ip, (entry).action, (entry).module, (entry).record, (entry).customer, (entry).details,
    encode((entry).sealed, 'hex'))::text, 'UTF8'));
--> statement-breakpoint
CREATE FUNCTION begin_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head history_head;
BEGIN
  SELECT * INTO STRICT head FROM history_head WHERE is_only FOR UPDATE;
  PERFORM set_config('cartera.history_id', head.last_id::text, true);
  PERFORM set_config('cartera.history_hash', encode(head.hash, 'hex'), true);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- From row to row of a statement the last one goes in settings, which a hundred thousand rows write in no time; what is
-- in them anybody may write, so `end_history` believes nothing of it.
CREATE FUNCTION chain_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept text;
BEGIN
  NEW.id := current_setting('cartera.history_id')::bigint + 1;
  NEW.at := clock_timestamp();
  NEW.hash := public.history_hash(decode(current_setting('cartera.history_hash'), 'hex'), NEW);
  kept := set_config('cartera.history_id', NEW.id::text, true);
  kept := set_config('cartera.history_hash', encode(NEW.hash, 'hex'), true);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION end_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head history_head;
  written record;
BEGIN
  SELECT * INTO STRICT head FROM history_head WHERE is_only;
  SELECT count(*) AS rows, bool_and(id = id_before + 1 AND hash = history_hash(hash_before, entry)) AS follows INTO written
  FROM (
    SELECT id, hash, ROW(entered.*)::history AS entry,
      lag(id, 1, head.last_id) OVER upwards AS id_before, lag(hash, 1, head.hash) OVER upwards AS hash_before
    FROM entered WINDOW upwards AS (ORDER BY id)) AS chain;
  IF NOT written.follows THEN
    RAISE EXCEPTION 'the history is written in one piece, by nobody but its triggers' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE history_head SET rows = head.rows + written.rows, last_id = last.id, hash = last.hash
    FROM (SELECT id, hash FROM entered ORDER BY id DESC LIMIT 1) AS last WHERE is_only;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER history_begins BEFORE INSERT ON history FOR EACH STATEMENT EXECUTE FUNCTION begin_history();
--> statement-breakpoint
CREATE TRIGGER history_chains BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION chain_history();
--> statement-breakpoint
CREATE TRIGGER history_ends AFTER INSERT ON history REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION end_history();
--> statement-breakpoint
-- The application's role owns nothing. What it does through these functions it may not do by itself, nor by a trigger of
-- its own that calls them.
ALTER FUNCTION tally_status() SECURITY DEFINER SET search_path = public, pg_temp;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION begin_history(), end_history(), tally_status() FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION analyze_import_rows() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE import_rows;
END $$;
--> statement-breakpoint
-- What was written before there was a chain becomes its beginning.
DO $$
DECLARE
  entry history;
  head history_head;
BEGIN
  SELECT * INTO STRICT head FROM history_head;
  ALTER TABLE history DISABLE TRIGGER history_append_only;
  ALTER TABLE history ALTER COLUMN id SET GENERATED BY DEFAULT;
  FOR entry IN SELECT * FROM history ORDER BY id LOOP
    head.last_id := head.last_id + 1;
    UPDATE history SET id = head.last_id WHERE id = entry.id;
    entry.id := head.last_id;
    head.hash := history_hash(head.hash, entry);
    UPDATE history SET hash = head.hash WHERE id = entry.id;
  END LOOP;
  ALTER TABLE history ALTER COLUMN id SET GENERATED ALWAYS;
  ALTER TABLE history ENABLE TRIGGER history_append_only;
  UPDATE history_head SET rows = head.last_id, last_id = head.last_id, hash = head.hash;
END $$;
