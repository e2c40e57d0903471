INSERT INTO customer_search (customer_search, rank) VALUES ('automerge', $1)
