-- SPDX-License-Identifier: GPL-3.0-or-later
-- Orders and reviews, as effective rows like products and variants (0001). Until now they lay in other_rows;
-- the program takes them over when it opens the file, since only it can say which it can read.

-- status: belanjain::OrderStatus. Times are milliseconds since 1970 UTC, money is whole rupiah.
CREATE TABLE orders (
    row              INTEGER PRIMARY KEY,
    id               BLOB NOT NULL,
    version          INTEGER NOT NULL,
    number           TEXT NOT NULL,
    checkout         TEXT NOT NULL,
    store            BLOB NOT NULL,
    store_name       TEXT NOT NULL,
    customer         BLOB NOT NULL,
    customer_name    TEXT NOT NULL,
    status           INTEGER NOT NULL,
    subtotal         INTEGER NOT NULL,
    shipping_cost    INTEGER NOT NULL,
    discount         INTEGER NOT NULL,
    total            INTEGER NOT NULL,
    address          TEXT NOT NULL,
    shipping_service TEXT NOT NULL,
    payment_method   TEXT NOT NULL,
    courier          TEXT NOT NULL,
    tracking_number  TEXT NOT NULL,
    cancel_reason    TEXT NOT NULL,
    created_at       INTEGER NOT NULL,
    processed_at     INTEGER,
    shipped_at       INTEGER,
    delivered_at     INTEGER,
    cancelled_at     INTEGER,
    pieces           INTEGER NOT NULL,
    waiting          INTEGER NOT NULL DEFAULT 0,
    rejected         INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX orders_by_id ON orders (id);
-- Holds what a chart of what was booked adds up.
CREATE INDEX orders_by_time ON orders (created_at, status, subtotal, discount, pieces);
CREATE INDEX orders_by_status ON orders (status, created_at);
CREATE INDEX orders_by_delivery ON orders (delivered_at, status, subtotal, discount, pieces) WHERE delivered_at IS NOT NULL;
CREATE INDEX orders_waiting ON orders (waiting) WHERE waiting <> 0;
CREATE INDEX orders_rejected ON orders (rejected) WHERE rejected <> 0;

CREATE TABLE order_lines (
    order_row  INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    product    BLOB NOT NULL,
    variant    BLOB NOT NULL,
    sku        TEXT NOT NULL,
    name       TEXT NOT NULL,
    options    TEXT NOT NULL,
    unit_price INTEGER NOT NULL,
    quantity   INTEGER NOT NULL,
    line_total INTEGER NOT NULL,
    PRIMARY KEY (order_row, position)
) WITHOUT ROWID;

-- What a list of best sellers adds up.
CREATE INDEX order_lines_sold ON order_lines (order_row, product, quantity, line_total);

-- Words of number, customer, SKUs and names, by orders.row; contentless as search is.
CREATE VIRTUAL TABLE order_search USING fts5 (text, content = '', detail = none, columnsize = 0, tokenize = 'ascii');

CREATE TABLE reviews (
    row           INTEGER PRIMARY KEY,
    id            BLOB NOT NULL,
    version       INTEGER NOT NULL,
    product       BLOB NOT NULL,
    customer_name TEXT NOT NULL,
    rating        INTEGER NOT NULL,
    comment       TEXT NOT NULL,
    reply         TEXT NOT NULL,
    replied_at    INTEGER,
    created_at    INTEGER NOT NULL,
    waiting       INTEGER NOT NULL DEFAULT 0,
    rejected      INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX reviews_by_id ON reviews (id);
CREATE INDEX reviews_by_time ON reviews (created_at);
CREATE INDEX reviews_of_product ON reviews (product, created_at);
CREATE INDEX reviews_unanswered ON reviews (created_at) WHERE reply = '';
