customer.id = ANY (ARRAY (SELECT customer_id FROM customer_search_key
WHERE found_by @@ CAST (replace (replace ($1, '*', ':*'), ' ', ' & ') AS TSQUERY)))
