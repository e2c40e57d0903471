SELECT customer_id AS id FROM customer_search_key WHERE found_by @@ CAST ({query} AS TSQUERY)
/* + 0: by the index of the words; in the order of the keys all would be read where few are found. */
ORDER BY customer_id + 0 LIMIT {most}
