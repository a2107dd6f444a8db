-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a buyer's desktop keeps: what was last seen of the marketplace, the cart, a checkout that waits for its
-- answer, the address book. Times are milliseconds since 1970 UTC, money is whole rupiah, ids are text.

-- Products as the marketplace sent them, with what searching and sorting offline need beside.
CREATE TABLE products (
    id         TEXT NOT NULL PRIMARY KEY,
    store      TEXT NOT NULL,
    category   TEXT NOT NULL,
    words      TEXT NOT NULL,    -- name, category and SKUs, folded, with a space before each word
    min_price  INTEGER NOT NULL,
    max_price  INTEGER NOT NULL,
    available  INTEGER NOT NULL,
    rating     REAL NOT NULL,
    sold       INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    json       TEXT NOT NULL,
    etag       TEXT NOT NULL,    -- empty: it came in a list
    seen_at    INTEGER NOT NULL,
    viewed_at  INTEGER           -- when its page was opened last
) STRICT;
CREATE INDEX products_by_view ON products (viewed_at) WHERE viewed_at IS NOT NULL;
CREATE INDEX products_by_sight ON products (seen_at);

-- Other answers by what was asked: categories, stores, first pages of reviews, quotes.
CREATE TABLE answers (
    what    TEXT NOT NULL PRIMARY KEY,
    etag    TEXT NOT NULL,
    body    TEXT NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;

-- quantity is what the buyer wants, known what the account's cart had when it was last heard, sent what was
-- sent and not yet answered. quantity 0 is a removal on its way.
CREATE TABLE cart_lines (
    place         INTEGER PRIMARY KEY,
    variant       TEXT NOT NULL UNIQUE,
    product       TEXT NOT NULL,
    store         TEXT NOT NULL,
    store_name    TEXT NOT NULL,
    name          TEXT NOT NULL,
    options_label TEXT NOT NULL,
    category      TEXT NOT NULL,
    image         TEXT NOT NULL,
    price         INTEGER NOT NULL,
    seen_price    INTEGER NOT NULL,
    available     INTEGER,
    weight        INTEGER NOT NULL,
    quantity      INTEGER NOT NULL,
    known         INTEGER NOT NULL,
    sent          INTEGER,
    trouble       INTEGER NOT NULL  -- 1: not for sale, or refused by the account's cart
) STRICT;

-- At most one: it leaves only with the marketplace's answer.
CREATE TABLE checkouts (
    request_key TEXT NOT NULL PRIMARY KEY,
    body        TEXT NOT NULL,
    made_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE orders (
    id         TEXT NOT NULL PRIMARY KEY,
    status     TEXT NOT NULL,
    words      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    json       TEXT NOT NULL,
    seen_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX orders_by_time ON orders (created_at);

CREATE TABLE reviewed (
    product TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE addresses (
    number  INTEGER PRIMARY KEY,
    json    TEXT NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;
