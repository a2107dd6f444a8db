-- SPDX-License-Identifier: GPL-3.0-or-later

-- As products' fields: a reply made on version B has not seen the last one when reply_after >= B.
ALTER TABLE reviews ADD COLUMN reply_after BIGINT NOT NULL DEFAULT -1;
ALTER TABLE reviews ADD COLUMN reply_by TEXT NOT NULL DEFAULT '';
CREATE INDEX reviews_by_rating ON reviews (product_id, rating, created_at DESC, id DESC);

-- The pieces in an order's lines, so that a store's figures need its orders only.
ALTER TABLE orders ADD COLUMN units BIGINT NOT NULL DEFAULT 0 CHECK (units >= 0);
UPDATE orders SET units = (SELECT CAST(coalesce(sum(quantity), 0) AS BIGINT) FROM order_lines WHERE order_id = orders.id);

-- Everything that the figures sum, so that no order's row is read for them.
CREATE INDEX orders_booked ON orders (store_id, created_at, subtotal, discount, units, id)
    WHERE status <> 'CANCELLED';
CREATE INDEX orders_completed ON orders (store_id, delivered_at, subtotal, discount) WHERE status = 'DELIVERED';
CREATE INDEX orders_by_status ON orders (store_id, status, created_at DESC, id DESC);
