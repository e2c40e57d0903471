-- What is not known comes first, as in SQLite; read backwards, it comes last.
CREATE INDEX customer_by_lost_on ON customer (lost_on NULLS FIRST, id);
CREATE INDEX customer_by_value ON customer (annual_value NULLS FIRST, id);

-- The index over customer_search_key, which keeps itself up to date. Tokens are taken as they are,
-- so that both engines find the same; in a column, since the planner takes the functions for cheap
-- and would call them for every row.
ALTER TABLE customer_search_key ADD COLUMN found_by TSVECTOR
  GENERATED ALWAYS AS (array_to_tsvector (string_to_array (tokens, ' '))) STORED;
CREATE INDEX customer_search ON customer_search_key USING gin (found_by);

-- SQLite's name for it; string_agg() came to SQLite later than our floor.
CREATE FUNCTION group_concat_step (so_far TEXT, item TEXT, separator TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN item IS NULL THEN so_far WHEN so_far IS NULL THEN item
    ELSE so_far || separator || item END $$;
CREATE AGGREGATE group_concat (TEXT, TEXT) (SFUNC = group_concat_step, STYPE = TEXT);
