customer.id IN (SELECT customer_id FROM customer_search_key
WHERE array_to_tsvector (string_to_array (tokens, ' '))
@@ CAST (replace (replace ($1, '*', ':*'), ' ', ' & ') AS TSQUERY))
