CREATE FUNCTION tally_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO status_tally SELECT TG_ARGV[0], status, count(*) FROM entered GROUP BY status;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO status_tally SELECT TG_ARGV[0], status, -count(*) FROM gone GROUP BY status;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO status_tally
      SELECT TG_ARGV[0], status, sum(step)
      FROM (SELECT status, 1 AS step FROM entered UNION ALL SELECT status, -1 FROM gone) AS steps
      GROUP BY status HAVING sum(step) <> 0;
  ELSE
    DELETE FROM status_tally WHERE entity = TG_ARGV[0];
  END IF;
  -- Rows that another writer is folding are left to it.
  IF random() < 0.02 THEN
    WITH folded AS (
      DELETE FROM status_tally WHERE ctid IN
        (SELECT ctid FROM status_tally WHERE entity = TG_ARGV[0] FOR UPDATE SKIP LOCKED)
      RETURNING entity, status, records)
    INSERT INTO status_tally SELECT entity, status, sum(records) FROM folded GROUP BY entity, status;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER customers_tally_insert AFTER INSERT ON customers
  REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION tally_status('customer');
--> statement-breakpoint
CREATE TRIGGER customers_tally_update AFTER UPDATE ON customers
  REFERENCING NEW TABLE AS entered OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_status('customer');
--> statement-breakpoint
CREATE TRIGGER customers_tally_delete AFTER DELETE ON customers
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_status('customer');
--> statement-breakpoint
CREATE TRIGGER customers_tally_truncate AFTER TRUNCATE ON customers
  FOR EACH STATEMENT EXECUTE FUNCTION tally_status('customer');
--> statement-breakpoint
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to: % is refused', TG_TABLE_NAME, lower(TG_OP);
END $$;
--> statement-breakpoint
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON history
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER history_keeps_all BEFORE TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
INSERT INTO projects (name, country, currency, time_zone, language, business_date)
  VALUES ('Cartera', 'CO', 'COP', 'America/Bogota', 'es', (now() AT TIME ZONE 'America/Bogota')::date);
