-- What is not known comes first, as SQLite sorts.
CREATE INDEX customer_by_lost_on ON customer (lost_on);
CREATE INDEX customer_by_value ON customer (annual_value);

-- The index over customer_search_key. Positions are not kept: every token is looked for alone. Tokens
-- come folded, so that the quickest tokenizer will do; "=" and "+" are marks of HF_SEARCH_WHOLE and _WORD.
-- The store adds to it and takes from it by customer-search-*.sql; a trigger that did so would
-- have the index written to disk after every row of an import.
CREATE VIRTUAL TABLE customer_search USING fts5 (
  tokens, content = 'customer_search_key', content_rowid = 'customer_id',
  tokenize = "ascii tokenchars '=+'", detail = 'none', columnsize = 0
);
-- Bytes of a leaf: one fills a page of the file. Bytes that are gathered before they are written.
-- How many parts are put together at a time: the store sets it by customer-search-merge.sql, too.
INSERT INTO customer_search (customer_search, rank)
  VALUES ('pgsz', 16000), ('hashsize', 2097152), ('automerge', 8);

-- A key goes with its customer.
CREATE TRIGGER customer_search_delete AFTER DELETE ON customer_search_key BEGIN
  INSERT INTO customer_search (customer_search, rowid, tokens)
    VALUES ('delete', old.customer_id, old.tokens);
END;
