-- SPDX-License-Identifier: GPL-3.0-or-later
-- What desktops' replicas are settled by. A space is a store's rows, or a customer's.

-- Changes when the database is restored from a backup: what devices have seen may be gone then.
CREATE TABLE sync_epoch (
    singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1),
    epoch     TEXT NOT NULL
) STRICT;

-- row_sum holds the bits of an unsigned 64-bit sum.
CREATE TABLE space_head (
    space     TEXT NOT NULL PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('store', 'customer')),
    epoch     TEXT NOT NULL,
    version   INTEGER NOT NULL DEFAULT 0,
    horizon   INTEGER NOT NULL DEFAULT 0,
    row_count INTEGER NOT NULL DEFAULT 0 CHECK (row_count >= 0),
    row_sum   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE sync_tombstones (
    space      TEXT NOT NULL REFERENCES space_head (space),
    table_name TEXT NOT NULL,
    row_id     TEXT NOT NULL,
    version    INTEGER NOT NULL,
    deleted_at INTEGER NOT NULL,
    PRIMARY KEY (space, table_name, row_id)
) STRICT;
CREATE INDEX sync_tombstones_by_version ON sync_tombstones (space, version);

CREATE TABLE sync_devices (
    space     TEXT NOT NULL REFERENCES space_head (space),
    device_id TEXT NOT NULL,
    last_seq  INTEGER NOT NULL DEFAULT 0,
    seen_at   INTEGER NOT NULL,
    PRIMARY KEY (space, device_id)
) STRICT;

-- Kept 180 days, so that a device long away still learns what became of what it sent.
CREATE TABLE sync_results (
    space       TEXT NOT NULL,
    device_id   TEXT NOT NULL,
    seq         INTEGER NOT NULL,
    op_id       TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    result      TEXT NOT NULL,
    done_at     INTEGER NOT NULL,
    PRIMARY KEY (space, device_id, seq),
    FOREIGN KEY (space, device_id) REFERENCES sync_devices (space, device_id)
) STRICT;
CREATE INDEX sync_results_by_age ON sync_results (done_at);
CREATE INDEX sync_results_by_op ON sync_results (space, op_id);
