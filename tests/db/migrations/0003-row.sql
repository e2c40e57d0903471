INSERT INTO thing (id, name) VALUES (2, 'both');
