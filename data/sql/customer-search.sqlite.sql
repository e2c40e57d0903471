SELECT rowid AS id FROM customer_search WHERE customer_search MATCH replace (replace (replace (replace
({query}, ''':*', '" *'), '''', '"'), '&', 'AND'), '|', 'OR') ORDER BY rowid LIMIT {most}
