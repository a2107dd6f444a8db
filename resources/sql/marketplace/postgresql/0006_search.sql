-- SPDX-License-Identifier: GPL-3.0-or-later

-- Folded words of a product (search_index.h): those of its name, and in search_text all its others.
ALTER TABLE products ADD COLUMN search_name TEXT COLLATE "C" NOT NULL DEFAULT '';

-- The words are made by the program, the same for both databases: no parser and no dictionary touches them.
DROP INDEX products_by_words;
ALTER TABLE products DROP COLUMN search_words;
ALTER TABLE products ADD COLUMN name_words tsvector
    GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(search_name, ' '), ''))) STORED;
ALTER TABLE products ADD COLUMN search_words tsvector
    GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(search_name || ' ' || search_text, ' '), ''))) STORED;
CREATE INDEX products_by_words ON products USING gin (search_words);

-- Which way of folding the index was made by; the program makes it anew when that is not its own (0: never).
INSERT INTO counters (name, value) SELECT 'search_form', CASE WHEN EXISTS (SELECT 1 FROM products) THEN 0 ELSE 1 END;

DROP INDEX products_by_category;
CREATE INDEX products_by_category ON products (category, created_at DESC, id DESC) WHERE status = 'active';
