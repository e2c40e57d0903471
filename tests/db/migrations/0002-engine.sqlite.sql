INSERT INTO thing (id, name) VALUES (1, 'sqlite');
