-- SPDX-License-Identifier: GPL-3.0-or-later

-- A synced table, in its store's space. customer_id is missing in reviews that were brought along from
-- elsewhere, whose writers have no account here; the name is as it was when the review was written.
CREATE TABLE reviews (
    id            TEXT NOT NULL PRIMARY KEY,
    store_id      TEXT NOT NULL REFERENCES stores (id),
    product_id    TEXT NOT NULL REFERENCES products (id),
    customer_id   TEXT REFERENCES users (id),
    customer_name TEXT NOT NULL,
    rating        INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
    comment       TEXT NOT NULL DEFAULT '',
    reply         TEXT NOT NULL DEFAULT '',
    replied_at    INTEGER,
    created_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL DEFAULT 0,
    UNIQUE (product_id, customer_id)
) STRICT;
CREATE INDEX reviews_of_product ON reviews (product_id, created_at DESC, id DESC);
CREATE INDEX reviews_by_version ON reviews (store_id, version);
CREATE INDEX reviews_unanswered ON reviews (store_id, created_at) WHERE reply = '';

-- Ratings a product brought along without their reviews. A product's review_count and rating_sum are these
-- plus its reviews'.
ALTER TABLE products ADD COLUMN carried_rating_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE products ADD COLUMN carried_rating_sum INTEGER NOT NULL DEFAULT 0;
