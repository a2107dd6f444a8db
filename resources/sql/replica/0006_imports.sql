-- SPDX-License-Identifier: GPL-3.0-or-later
-- Imports of files of products, each with everything it plans, has done and would take back.

-- format: belanjain::imports::Format. state: belanjain::ports::ImportState. at: milliseconds since 1970 UTC.
-- The counts are of import_items, kept by whoever changes them.
CREATE TABLE imports (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    format   INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    products INTEGER NOT NULL,
    changes  INTEGER NOT NULL,
    done     INTEGER NOT NULL DEFAULT 0,
    refused  INTEGER NOT NULL DEFAULT 0,
    undone   INTEGER NOT NULL DEFAULT 0,
    kept     INTEGER NOT NULL DEFAULT 0
);

-- state: 0 planned, 1 in, 2 refused, 3 taken back, 4 left as it is by an undo. plan: what is to be done, as JSON.
-- effect: what was done, with the ops and the values of before; empty when nothing was. trouble: why not.
CREATE TABLE import_items (
    import  INTEGER NOT NULL,
    item    INTEGER NOT NULL,
    state   INTEGER NOT NULL DEFAULT 0,
    label   TEXT NOT NULL,
    plan    TEXT NOT NULL,
    effect  TEXT NOT NULL DEFAULT '',
    trouble TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (import, item)
) WITHOUT ROWID;
CREATE INDEX import_items_by_state ON import_items (import, state, item);
