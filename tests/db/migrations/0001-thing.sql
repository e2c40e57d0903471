-- On every engine.
CREATE TABLE thing (id {key} PRIMARY KEY, name {text} NOT NULL);
