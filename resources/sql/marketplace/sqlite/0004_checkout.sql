-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE cart_items (
    user_id    TEXT NOT NULL REFERENCES users (id),
    variant_id TEXT NOT NULL REFERENCES variants (id),
    quantity   INTEGER NOT NULL CHECK (quantity > 0),
    added_at   INTEGER NOT NULL,
    PRIMARY KEY (user_id, variant_id)
) STRICT, WITHOUT ROWID;

-- What one payment covers: an order for each store.
CREATE TABLE checkouts (
    id          TEXT NOT NULL PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES users (id),
    total       INTEGER NOT NULL CHECK (total >= 0),
    created_at  INTEGER NOT NULL
) STRICT;

-- The last number given out, so that the first order is #10001.
CREATE TABLE counters (
    name  TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;
INSERT INTO counters (name, value) VALUES ('order', 10000);

-- A synced table of the store's space. Texts that are not there are empty. number is what people say on the
-- phone: "#10482". customer_name and the lines are as they were when it was ordered.
CREATE TABLE orders (
    id               TEXT NOT NULL PRIMARY KEY,
    number           TEXT NOT NULL,
    checkout_id      TEXT NOT NULL REFERENCES checkouts (id),
    store_id         TEXT NOT NULL REFERENCES stores (id),
    customer_id      TEXT NOT NULL REFERENCES users (id),
    customer_name    TEXT NOT NULL,
    status           TEXT NOT NULL DEFAULT 'PENDING'
                         CHECK (status IN ('PENDING', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
    subtotal         INTEGER NOT NULL CHECK (subtotal >= 0),
    shipping_cost    INTEGER NOT NULL DEFAULT 0 CHECK (shipping_cost >= 0),
    discount         INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0),
    total            INTEGER NOT NULL CHECK (total >= 0),
    shipping_address TEXT NOT NULL,
    shipping_service TEXT NOT NULL DEFAULT '',
    payment_method   TEXT NOT NULL,
    courier          TEXT NOT NULL DEFAULT '',
    tracking_number  TEXT NOT NULL DEFAULT '',
    cancel_reason    TEXT NOT NULL DEFAULT '',
    created_at       INTEGER NOT NULL,
    processed_at     INTEGER,
    shipped_at       INTEGER,
    delivered_at     INTEGER,
    cancelled_at     INTEGER,
    version          INTEGER NOT NULL DEFAULT 0,
    UNIQUE (store_id, number),
    CHECK (total = subtotal + shipping_cost - discount)
) STRICT;
CREATE INDEX orders_by_version ON orders (store_id, version);
CREATE INDEX orders_of_store ON orders (store_id, created_at DESC, id DESC);
CREATE INDEX orders_of_checkout ON orders (checkout_id);
CREATE INDEX orders_of_customer ON orders (customer_id, created_at DESC, id DESC);

CREATE TABLE order_lines (
    order_id   TEXT NOT NULL REFERENCES orders (id),
    position   INTEGER NOT NULL,
    product_id TEXT NOT NULL REFERENCES products (id),
    variant_id TEXT NOT NULL REFERENCES variants (id),
    sku        TEXT NOT NULL,
    name       TEXT NOT NULL,
    options    TEXT NOT NULL DEFAULT '{}',
    unit_price INTEGER NOT NULL CHECK (unit_price > 0),
    quantity   INTEGER NOT NULL CHECK (quantity > 0),
    line_total INTEGER NOT NULL CHECK (line_total = unit_price * quantity),
    PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_lines_of_product ON order_lines (product_id);

-- Who moved an order, and when. moved_by is a name for people.
CREATE TABLE order_events (
    order_id    TEXT NOT NULL REFERENCES orders (id),
    at          INTEGER NOT NULL,
    from_status TEXT NOT NULL,
    to_status   TEXT NOT NULL,
    role        TEXT NOT NULL,
    moved_by    TEXT NOT NULL DEFAULT '',
    reason      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX order_events_of_order ON order_events (order_id, at);
