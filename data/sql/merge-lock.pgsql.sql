-- Who stores anything of the customers $1 and $2 waits until they are one, or two; what was stored just
-- now is waited for, and goes with them.
SELECT count(*) FROM (SELECT 1 FROM customer WHERE id IN ($1, $2) ORDER BY id FOR UPDATE) locked
