-- SPDX-License-Identifier: GPL-3.0-or-later

-- A synced table, in its store's space. customer_id is missing in reviews that were brought along from
-- elsewhere, whose writers have no account here; the name is as it was when the review was written.
CREATE TABLE reviews (
    id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    store_id      TEXT COLLATE "C" NOT NULL REFERENCES stores (id),
    product_id    TEXT COLLATE "C" NOT NULL REFERENCES products (id),
    customer_id   TEXT COLLATE "C" REFERENCES users (id),
    customer_name TEXT COLLATE "C" NOT NULL,
    rating        BIGINT NOT NULL CHECK (rating BETWEEN 1 AND 5),
    comment       TEXT COLLATE "C" NOT NULL DEFAULT '',
    reply         TEXT COLLATE "C" NOT NULL DEFAULT '',
    replied_at    BIGINT,
    created_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL DEFAULT 0,
    UNIQUE (product_id, customer_id)
);
CREATE INDEX reviews_of_product ON reviews (product_id, created_at DESC, id DESC);
CREATE INDEX reviews_by_version ON reviews (store_id, version);
CREATE INDEX reviews_unanswered ON reviews (store_id, created_at) WHERE reply = '';

-- Ratings a product brought along without their reviews. A product's review_count and rating_sum are these
-- plus its reviews'.
ALTER TABLE products ADD COLUMN carried_rating_count BIGINT NOT NULL DEFAULT 0;
ALTER TABLE products ADD COLUMN carried_rating_sum BIGINT NOT NULL DEFAULT 0;
