CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- Naming the dictionary makes unaccent depend on its arguments alone, so that an index may hold its result.
CREATE FUNCTION folded(words text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, words));
--> statement-breakpoint
-- A record's ID: its number, spread over the whole space by a step coprime to it, written in 26 unlike characters.
CREATE FUNCTION record_code(letter text, number bigint) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN letter || '-'
    || substr('234679ACDEFGHJKMNPQRTUVWXY', (((number * 190920451) % 308915776) / 11881376)::int + 1, 1)
    || substr('234679ACDEFGHJKMNPQRTUVWXY', (((number * 190920451) % 308915776) / 456976 % 26)::int + 1, 1)
    || substr('234679ACDEFGHJKMNPQRTUVWXY', (((number * 190920451) % 308915776) / 17576 % 26)::int + 1, 1)
    || substr('234679ACDEFGHJKMNPQRTUVWXY', (((number * 190920451) % 308915776) / 676 % 26)::int + 1, 1)
    || substr('234679ACDEFGHJKMNPQRTUVWXY', (((number * 190920451) % 308915776) / 26 % 26)::int + 1, 1)
    || substr('234679ACDEFGHJKMNPQRTUVWXY', (((number * 190920451) % 308915776) % 26)::int + 1, 1);
--> statement-breakpoint
-- Patterns of LIKE over a search column: the words folded as the column is, their wildcards taken literally.
CREATE FUNCTION anywhere(words text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN '%' || regexp_replace(folded(words), '([\\%_])', '\\\1', 'g') || '%';
--> statement-breakpoint
CREATE FUNCTION whole_field(words text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN '%' || chr(31) || regexp_replace(folded(words), '([\\%_])', '\\\1', 'g') || chr(31) || '%';
--> statement-breakpoint
-- A text as a file for spreadsheets may hold it: what one would run as a formula begins with an apostrophe. Not STRICT:
-- PostgreSQL would call it for every cell then, instead of writing its body into the query, and be four times slower.
CREATE FUNCTION harmless(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN words !~ E'^[ \t\r\n\u00A0\u3000\uFEFF]*[-=+@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]' THEN words
    WHEN words ~ '^[+-]?[0-9]+([.,][0-9]+)?$' THEN words
    ELSE '''' || words
  END;
