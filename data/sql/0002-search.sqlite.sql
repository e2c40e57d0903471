-- The index over customer_search_key. Positions are not kept: every token is looked for alone.
CREATE VIRTUAL TABLE customer_search USING fts5 (
  tokens, content = 'customer_search_key', content_rowid = 'customer_id',
  tokenize = 'unicode61 remove_diacritics 2', detail = 'none', columnsize = 0
);

CREATE TRIGGER customer_search_insert AFTER INSERT ON customer_search_key BEGIN
  INSERT INTO customer_search (rowid, tokens) VALUES (new.customer_id, new.tokens);
END;

CREATE TRIGGER customer_search_delete AFTER DELETE ON customer_search_key BEGIN
  INSERT INTO customer_search (customer_search, rowid, tokens)
    VALUES ('delete', old.customer_id, old.tokens);
END;

CREATE TRIGGER customer_search_update AFTER UPDATE ON customer_search_key BEGIN
  INSERT INTO customer_search (customer_search, rowid, tokens)
    VALUES ('delete', old.customer_id, old.tokens);
  INSERT INTO customer_search (rowid, tokens) VALUES (new.customer_id, new.tokens);
END;
