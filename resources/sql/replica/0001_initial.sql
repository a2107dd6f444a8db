-- SPDX-License-Identifier: GPL-3.0-or-later
-- The local database of one seller's space.
--
-- products, variants and stores hold the effective rows: what the server has with the waiting edits
-- replayed over it. The server's own copy of a row lies in base_rows only while edits of that row wait;
-- for all others the effective row is the base. Keeping two copies of everything would double the
-- writes of a first sync for rows that are the same in all but a handful.

CREATE TABLE replica (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    device       TEXT NOT NULL,
    epoch        TEXT NOT NULL DEFAULT '',
    cursor       INTEGER NOT NULL DEFAULT 0,
    synced       INTEGER NOT NULL DEFAULT 0,
    next_seq     INTEGER NOT NULL DEFAULT 1,
    acknowledged INTEGER NOT NULL DEFAULT 0,
    row_count    INTEGER NOT NULL DEFAULT 0,
    row_sum      TEXT NOT NULL DEFAULT '0000000000000000',
    last_sync    INTEGER,
    threshold    INTEGER NOT NULL DEFAULT 10
);

CREATE TABLE stores (
    id          TEXT PRIMARY KEY,
    version     INTEGER NOT NULL,
    name        TEXT NOT NULL,
    location    TEXT NOT NULL,
    description TEXT NOT NULL,
    threshold   INTEGER NOT NULL,
    time_zone   TEXT NOT NULL
);

-- version: of the server's row; 0 for one made here and not yet there; -1 for a place held for a product
-- whose variants came first.
CREATE TABLE products (
    row            INTEGER PRIMARY KEY,
    id             BLOB NOT NULL,
    version        INTEGER NOT NULL,
    archived       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    name_key       TEXT NOT NULL,
    category       TEXT NOT NULL,
    category_key   TEXT NOT NULL,
    options        TEXT NOT NULL,
    image_hash     TEXT NOT NULL,
    images         TEXT NOT NULL,
    specifications TEXT NOT NULL,
    description    TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL
);
CREATE UNIQUE INDEX products_by_id ON products (id);
CREATE INDEX products_by_name ON products (archived, name_key);
CREATE INDEX products_by_category ON products (archived, category_key, name_key);

-- archived: the product's; 2 while the product is not known, which hides the variant.
-- search: folded text of options, SKU and barcode where it is not simply their text (see text_keys.h).
-- waiting, rejected: flags of ports::EditField.
CREATE TABLE variants (
    row           INTEGER PRIMARY KEY,
    id            BLOB NOT NULL,
    version       INTEGER NOT NULL,
    product       INTEGER NOT NULL,
    archived      INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    sku           TEXT NOT NULL,
    sku_key       TEXT NOT NULL,
    barcode       TEXT NOT NULL,
    options       TEXT NOT NULL,
    options_label TEXT NOT NULL,
    search        TEXT,
    price         INTEGER NOT NULL,
    weight        INTEGER NOT NULL,
    on_hand       INTEGER NOT NULL,
    reserved      INTEGER NOT NULL,
    own_threshold INTEGER,
    threshold     INTEGER NOT NULL,
    waiting       INTEGER NOT NULL DEFAULT 0,
    rejected      INTEGER NOT NULL DEFAULT 0,
    available     INTEGER GENERATED ALWAYS AS (max(on_hand - reserved, 0)) VIRTUAL,
    status        INTEGER GENERATED ALWAYS AS
                      (CASE WHEN on_hand <= reserved THEN 2 WHEN on_hand - reserved < threshold THEN 1 ELSE 0 END) VIRTUAL
);
CREATE UNIQUE INDEX variants_by_id ON variants (id);
CREATE INDEX variants_by_product ON variants (product, position);
CREATE INDEX variants_by_sku ON variants (archived, sku_key);
CREATE INDEX variants_by_barcode ON variants (barcode) WHERE barcode <> '';
-- Every number a table can be sorted by, in one index: by price it is walked, for the others it is read
-- instead of the rows, which are eight times as wide. An index for each would take a third longer to load.
CREATE INDEX variants_by_price ON variants (archived, price, on_hand, reserved, threshold);
CREATE INDEX variants_short ON variants (archived, status) WHERE status <> 0;
CREATE INDEX variants_waiting ON variants (waiting) WHERE waiting <> 0;
CREATE INDEX variants_rejected ON variants (rejected) WHERE rejected <> 0;

-- How many variants are low or out, kept by the row that changes so that nobody has to count.
CREATE TABLE counts (
    archived INTEGER NOT NULL,
    status   INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    PRIMARY KEY (archived, status)
) WITHOUT ROWID;

CREATE TRIGGER variants_counted_in AFTER INSERT ON variants
BEGIN
    INSERT INTO counts (archived, status, n) VALUES (NEW.archived, NEW.status, 1)
        ON CONFLICT (archived, status) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER variants_counted_out AFTER DELETE ON variants
BEGIN
    UPDATE counts SET n = n - 1 WHERE archived = OLD.archived AND status = OLD.status;
END;

CREATE TRIGGER variants_counted_over AFTER UPDATE OF on_hand, reserved, threshold, archived ON variants
WHEN OLD.archived <> NEW.archived OR OLD.status <> NEW.status
BEGIN
    UPDATE counts SET n = n - 1 WHERE archived = OLD.archived AND status = OLD.status;
    INSERT INTO counts (archived, status, n) VALUES (NEW.archived, NEW.status, 1)
        ON CONFLICT (archived, status) DO UPDATE SET n = n + 1;
END;

-- Words of name, options, SKU and barcode by variants.row. Contentless and without positions: the text is
-- in the rows already, and only "which rows have a word that begins so" is ever asked.
CREATE VIRTUAL TABLE search USING fts5 (text, content = '', detail = none, columnsize = 0, tokenize = 'ascii');

CREATE TABLE base_rows (
    tab     TEXT NOT NULL,
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    data    TEXT NOT NULL,
    PRIMARY KEY (tab, id)
) WITHOUT ROWID;

-- Rows of tables without screens here yet, and rows of known tables in a form this version cannot read:
-- kept so that the row sum agrees.
CREATE TABLE other_rows (
    tab     TEXT NOT NULL,
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    data    TEXT NOT NULL,
    PRIMARY KEY (tab, id)
) WITHOUT ROWID;

CREATE TABLE outbox (
    seq          INTEGER PRIMARY KEY,
    op_id        TEXT NOT NULL,
    name         TEXT NOT NULL,
    entity_id    TEXT NOT NULL,
    base_version INTEGER,
    args         TEXT NOT NULL,
    client_time  INTEGER NOT NULL,
    fields       INTEGER NOT NULL
);
CREATE UNIQUE INDEX outbox_by_op ON outbox (op_id);
CREATE INDEX outbox_by_entity ON outbox (entity_id);

-- Results of pushed ops that no pull has acknowledged yet.
CREATE TABLE results (
    op_id   TEXT PRIMARY KEY,
    status  INTEGER NOT NULL,
    code    TEXT NOT NULL,
    detail  TEXT NOT NULL,
    current TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE rejections (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id       TEXT NOT NULL,
    name        TEXT NOT NULL,
    entity_id   TEXT NOT NULL,
    args        TEXT NOT NULL,
    client_time INTEGER NOT NULL,
    fields      INTEGER NOT NULL,
    code        TEXT NOT NULL,
    detail      TEXT NOT NULL,
    current     TEXT NOT NULL,
    refused_at  INTEGER NOT NULL
);
CREATE INDEX rejections_by_entity ON rejections (entity_id);

-- Acknowledged ops, newest last: what undo looks at after a sync, and what is sent again to a server that
-- was restored from a backup. status: protocol::OpStatus.
CREATE TABLE history (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    seq          INTEGER NOT NULL,
    op_id        TEXT NOT NULL,
    name         TEXT NOT NULL,
    entity_id    TEXT NOT NULL,
    base_version INTEGER,
    args         TEXT NOT NULL,
    client_time  INTEGER NOT NULL,
    fields       INTEGER NOT NULL,
    status       INTEGER NOT NULL,
    code         TEXT NOT NULL,
    settled_at   INTEGER NOT NULL
);
