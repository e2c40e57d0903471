-- Slow enough for another desk to come in between.
SELECT pg_sleep (0.2);
INSERT INTO thing (id, name) VALUES (1, 'pgsql');
