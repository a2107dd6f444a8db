-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE cart_items (
    user_id    TEXT COLLATE "C" NOT NULL REFERENCES users (id),
    variant_id TEXT COLLATE "C" NOT NULL REFERENCES variants (id),
    quantity   BIGINT NOT NULL CHECK (quantity > 0),
    added_at   BIGINT NOT NULL,
    PRIMARY KEY (user_id, variant_id)
);

-- What one payment covers: an order for each store.
CREATE TABLE checkouts (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    customer_id TEXT COLLATE "C" NOT NULL REFERENCES users (id),
    total       BIGINT NOT NULL CHECK (total >= 0),
    created_at  BIGINT NOT NULL
);

CREATE TABLE counters (
    name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

-- Gives out order numbers, so that the first order is #10001. A sequence and no row of a table: its lock
-- would be held until the checkout commits, one checkout at a time. Numbers of undone checkouts are left out.
CREATE SEQUENCE order_number START WITH 10001;

-- A synced table of the store's space. Texts that are not there are empty. number is what people say on the
-- phone: "#10482". customer_name and the lines are as they were when it was ordered.
CREATE TABLE orders (
    id               TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    number           TEXT COLLATE "C" NOT NULL,
    checkout_id      TEXT COLLATE "C" NOT NULL REFERENCES checkouts (id),
    store_id         TEXT COLLATE "C" NOT NULL REFERENCES stores (id),
    customer_id      TEXT COLLATE "C" NOT NULL REFERENCES users (id),
    customer_name    TEXT COLLATE "C" NOT NULL,
    status           TEXT COLLATE "C" NOT NULL DEFAULT 'PENDING'
                         CHECK (status IN ('PENDING', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
    subtotal         BIGINT NOT NULL CHECK (subtotal >= 0),
    shipping_cost    BIGINT NOT NULL DEFAULT 0 CHECK (shipping_cost >= 0),
    discount         BIGINT NOT NULL DEFAULT 0 CHECK (discount >= 0),
    total            BIGINT NOT NULL CHECK (total >= 0),
    shipping_address TEXT COLLATE "C" NOT NULL,
    shipping_service TEXT COLLATE "C" NOT NULL DEFAULT '',
    payment_method   TEXT COLLATE "C" NOT NULL,
    courier          TEXT COLLATE "C" NOT NULL DEFAULT '',
    tracking_number  TEXT COLLATE "C" NOT NULL DEFAULT '',
    cancel_reason    TEXT COLLATE "C" NOT NULL DEFAULT '',
    created_at       BIGINT NOT NULL,
    processed_at     BIGINT,
    shipped_at       BIGINT,
    delivered_at     BIGINT,
    cancelled_at     BIGINT,
    version          BIGINT NOT NULL DEFAULT 0,
    UNIQUE (store_id, number),
    CHECK (total = subtotal + shipping_cost - discount)
);
CREATE INDEX orders_by_version ON orders (store_id, version);
CREATE INDEX orders_of_store ON orders (store_id, created_at DESC, id DESC);
CREATE INDEX orders_of_checkout ON orders (checkout_id);
CREATE INDEX orders_of_customer ON orders (customer_id, created_at DESC, id DESC);

CREATE TABLE order_lines (
    order_id   TEXT COLLATE "C" NOT NULL REFERENCES orders (id),
    position   BIGINT NOT NULL,
    product_id TEXT COLLATE "C" NOT NULL REFERENCES products (id),
    variant_id TEXT COLLATE "C" NOT NULL REFERENCES variants (id),
    sku        TEXT COLLATE "C" NOT NULL,
    name       TEXT COLLATE "C" NOT NULL,
    options    TEXT COLLATE "C" NOT NULL DEFAULT '{}',
    unit_price BIGINT NOT NULL CHECK (unit_price > 0),
    quantity   BIGINT NOT NULL CHECK (quantity > 0),
    line_total BIGINT NOT NULL CHECK (line_total = unit_price * quantity),
    PRIMARY KEY (order_id, position)
);
CREATE INDEX order_lines_of_product ON order_lines (product_id);

-- Who moved an order, and when. moved_by is a name for people.
CREATE TABLE order_events (
    order_id    TEXT COLLATE "C" NOT NULL REFERENCES orders (id),
    at          BIGINT NOT NULL,
    from_status TEXT COLLATE "C" NOT NULL,
    to_status   TEXT COLLATE "C" NOT NULL,
    role        TEXT COLLATE "C" NOT NULL,
    moved_by    TEXT COLLATE "C" NOT NULL DEFAULT '',
    reason      TEXT COLLATE "C" NOT NULL DEFAULT ''
);
CREATE INDEX order_events_of_order ON order_events (order_id, at);
