-- SPDX-License-Identifier: GPL-3.0-or-later

-- number joins the search index. *_after is the row's version before the field was last changed and
-- *_by the device that did: an edit made on version B has not seen that change when *_after >= B.
-- min_price to sold are kept up with the rows they sum; rating_milli is the average times 1,000.
CREATE TABLE products (
    number         INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    store_id       TEXT NOT NULL REFERENCES stores (id),
    name           TEXT NOT NULL,
    description    TEXT NOT NULL DEFAULT '',
    category       TEXT NOT NULL DEFAULT '',
    status         TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived')),
    options        TEXT NOT NULL DEFAULT '[]',
    specifications TEXT NOT NULL DEFAULT '[]',
    images         TEXT NOT NULL DEFAULT '[]',
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    version        INTEGER NOT NULL DEFAULT 0,

    name_after           INTEGER NOT NULL DEFAULT -1,
    name_by              TEXT NOT NULL DEFAULT '',
    description_after    INTEGER NOT NULL DEFAULT -1,
    description_by       TEXT NOT NULL DEFAULT '',
    category_after       INTEGER NOT NULL DEFAULT -1,
    category_by          TEXT NOT NULL DEFAULT '',
    specifications_after INTEGER NOT NULL DEFAULT -1,
    specifications_by    TEXT NOT NULL DEFAULT '',
    status_after         INTEGER NOT NULL DEFAULT -1,
    status_by            TEXT NOT NULL DEFAULT '',

    min_price     INTEGER NOT NULL DEFAULT 0,
    max_price     INTEGER NOT NULL DEFAULT 0,
    available     INTEGER NOT NULL DEFAULT 0 CHECK (available >= 0),
    variant_count INTEGER NOT NULL DEFAULT 0,
    rating_sum    INTEGER NOT NULL DEFAULT 0,
    rating_milli  INTEGER NOT NULL DEFAULT 0,
    review_count  INTEGER NOT NULL DEFAULT 0,
    sold          INTEGER NOT NULL DEFAULT 0,
    search_text   TEXT NOT NULL DEFAULT ''
) STRICT;
-- The order of a snapshot: products, each with its variants.
CREATE INDEX products_of_store ON products (store_id, id);
CREATE INDEX products_by_version ON products (store_id, version);
CREATE INDEX products_newest ON products (created_at DESC, id DESC) WHERE status = 'active';
CREATE INDEX products_by_price ON products (min_price, id) WHERE status = 'active';
CREATE INDEX products_popular ON products (sold DESC, id DESC) WHERE status = 'active';
CREATE INDEX products_by_rating ON products (rating_milli DESC, id DESC) WHERE status = 'active';
CREATE INDEX products_by_category ON products (category, status);

-- sku_key is what makes two SKUs the same. position is the place among the product's variants.
CREATE TABLE variants (
    id                  TEXT NOT NULL PRIMARY KEY,
    product_id          TEXT NOT NULL REFERENCES products (id),
    store_id            TEXT NOT NULL REFERENCES stores (id),
    position            INTEGER NOT NULL,
    sku                 TEXT NOT NULL,
    sku_key             TEXT NOT NULL,
    barcode             TEXT NOT NULL DEFAULT '',
    options             TEXT NOT NULL DEFAULT '{}',
    price               INTEGER NOT NULL CHECK (price > 0),
    weight_grams        INTEGER NOT NULL DEFAULT 0 CHECK (weight_grams >= 0),
    on_hand             INTEGER NOT NULL DEFAULT 0 CHECK (on_hand >= 0),
    reserved            INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    low_stock_threshold INTEGER CHECK (low_stock_threshold >= 0),
    version             INTEGER NOT NULL DEFAULT 0,
    price_after         INTEGER NOT NULL DEFAULT -1,
    price_by            TEXT NOT NULL DEFAULT '',
    UNIQUE (store_id, sku_key)
) STRICT;
CREATE INDEX variants_of_product ON variants (product_id, position);
CREATE INDEX variants_of_store ON variants (store_id, product_id, position);
CREATE INDEX variants_by_version ON variants (store_id, version);
CREATE INDEX variants_by_sku ON variants (sku_key);
CREATE INDEX variants_by_barcode ON variants (barcode) WHERE barcode <> '';

-- Append-only: on_hand and reserved are the sums of delta and reserved_delta.
CREATE TABLE stock_moves (
    id             TEXT NOT NULL PRIMARY KEY,
    variant_id     TEXT NOT NULL REFERENCES variants (id),
    at             INTEGER NOT NULL,
    delta          INTEGER NOT NULL,
    reserved_delta INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN
                       ('initial', 'received', 'adjusted', 'counted', 'reserved', 'released', 'shipped')),
    reason         TEXT NOT NULL DEFAULT '',
    moved_by       TEXT NOT NULL DEFAULT '',
    order_number   TEXT NOT NULL DEFAULT '',
    on_hand_after  INTEGER NOT NULL CHECK (on_hand_after >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_moves_of_variant ON stock_moves (variant_id, id);

-- Folded words of products (foldForSearch), by prefix. Kept up by the program (search_index.h): a trigger
-- may not write it, since schemas are not trusted.
CREATE VIRTUAL TABLE product_search USING fts5 (
    search_text, content = 'products', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0',
    prefix = '2 3', columnsize = 0);
