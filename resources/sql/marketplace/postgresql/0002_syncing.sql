-- SPDX-License-Identifier: GPL-3.0-or-later
-- What desktops' replicas are settled by. A space is a store's rows, or a customer's.

-- Changes when the database is restored from a backup: what devices have seen may be gone then.
CREATE TABLE sync_epoch (
    singleton BIGINT NOT NULL PRIMARY KEY CHECK (singleton = 1),
    epoch     TEXT COLLATE "C" NOT NULL
);

-- row_sum holds the bits of an unsigned 64-bit sum.
CREATE TABLE space_head (
    space     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind      TEXT COLLATE "C" NOT NULL CHECK (kind IN ('store', 'customer')),
    epoch     TEXT COLLATE "C" NOT NULL,
    version   BIGINT NOT NULL DEFAULT 0,
    horizon   BIGINT NOT NULL DEFAULT 0,
    row_count BIGINT NOT NULL DEFAULT 0 CHECK (row_count >= 0),
    row_sum   BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE sync_tombstones (
    space      TEXT COLLATE "C" NOT NULL REFERENCES space_head (space),
    table_name TEXT COLLATE "C" NOT NULL,
    row_id     TEXT COLLATE "C" NOT NULL,
    version    BIGINT NOT NULL,
    deleted_at BIGINT NOT NULL,
    PRIMARY KEY (space, table_name, row_id)
);
CREATE INDEX sync_tombstones_by_version ON sync_tombstones (space, version);

CREATE TABLE sync_devices (
    space     TEXT COLLATE "C" NOT NULL REFERENCES space_head (space),
    device_id TEXT COLLATE "C" NOT NULL,
    last_seq  BIGINT NOT NULL DEFAULT 0,
    seen_at   BIGINT NOT NULL,
    PRIMARY KEY (space, device_id)
);

-- Kept 180 days, so that a device long away still learns what became of what it sent.
CREATE TABLE sync_results (
    space       TEXT COLLATE "C" NOT NULL,
    device_id   TEXT COLLATE "C" NOT NULL,
    seq         BIGINT NOT NULL,
    op_id       TEXT COLLATE "C" NOT NULL,
    fingerprint TEXT COLLATE "C" NOT NULL,
    result      TEXT COLLATE "C" NOT NULL,
    done_at     BIGINT NOT NULL,
    PRIMARY KEY (space, device_id, seq),
    FOREIGN KEY (space, device_id) REFERENCES sync_devices (space, device_id)
);
CREATE INDEX sync_results_by_age ON sync_results (done_at);
CREATE INDEX sync_results_by_op ON sync_results (space, op_id);
