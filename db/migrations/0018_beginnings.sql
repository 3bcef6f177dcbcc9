-- A record begins where its machine does, for it has no move yet: what begins later was never moved there by anybody, and
-- stands in no history. Only the tables' owner, who seeds, has records begin in the middle of their lives; people come from
-- files with their onboarding done.
CREATE FUNCTION refuse_later_beginning() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_has_role((SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
    RAISE EXCEPTION 'no % begins as %', TG_ARGV[0], NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  entity text;
  states text[];
BEGIN
  FOR entity, states IN VALUES ('customer', ARRAY['unregistered', 'enabled']), ('pre_loan', ARRAY['pending']),
    ('credit', ARRAY['active']), ('pre_payment', ARRAY['pending']), ('payment', ARRAY['accepted']),
    ('product', ARRAY['enabled']), ('offer', ARRAY['draft']), ('account', ARRAY['active']), ('card', ARRAY['default']),
    ('promise', ARRAY['open']) LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I FOR EACH ROW WHEN (NEW.status <> ALL (%L::text[]))
      EXECUTE FUNCTION refuse_later_beginning(%L)', entity || 's_begin_first', entity || 's', states, entity);
  END LOOP;
END $$;
