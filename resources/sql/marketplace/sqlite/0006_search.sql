-- SPDX-License-Identifier: GPL-3.0-or-later

-- Folded words of a product (search_index.h): those of its name, and in search_text all its others.
ALTER TABLE products ADD COLUMN search_name TEXT NOT NULL DEFAULT '';

-- Words hold letters and digits only, so that the ascii tokenizer, which takes every character beyond ASCII
-- for a letter, splits exactly at the spaces. Kept up by the program: a trigger may not write it, since
-- schemas are not trusted.
DROP TABLE product_search;
CREATE VIRTUAL TABLE product_search USING fts5 (
    search_name, search_text, content = 'products', content_rowid = 'number', tokenize = 'ascii',
    prefix = '1 2 3', columnsize = 0, detail = 'column');

-- What the index holds, for the doctor.
CREATE VIRTUAL TABLE product_search_words USING fts5vocab (product_search, 'row');

-- Which way of folding the index was made by; the program makes it anew when that is not its own (0: never).
INSERT INTO counters (name, value) SELECT 'search_form', CASE WHEN EXISTS (SELECT 1 FROM products) THEN 0 ELSE 1 END;

DROP INDEX products_by_category;
CREATE INDEX products_by_category ON products (category, created_at DESC, id DESC) WHERE status = 'active';
