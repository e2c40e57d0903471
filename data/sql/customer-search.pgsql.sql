SELECT customer_id AS id FROM customer_search_key WHERE found_by @@ CAST ({query} AS TSQUERY)
ORDER BY customer_id LIMIT {most}
