customer.id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH $1)
