INSERT INTO customer_search (rowid, tokens) VALUES ($1, $2)
