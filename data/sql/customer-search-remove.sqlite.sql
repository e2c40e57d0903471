INSERT INTO customer_search (customer_search, rowid, tokens) VALUES ('delete', $1, $2)
