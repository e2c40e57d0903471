INSERT INTO customer_search (rowid, tokens) SELECT k.customer_id, k.tokens FROM customer c
JOIN customer_search_key k ON k.customer_id = c.id
WHERE c.import_id = $1 AND c.id > $1 ORDER BY c.id
