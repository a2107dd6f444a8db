-- SPDX-License-Identifier: GPL-3.0-or-later
-- What this computer keeps about stock beside the synced rows. Variants are named by id, which outlives the row
-- numbers of a file.

-- The stocktake under way. applying_at: when its counts were last handed over as edits; NULL when none are.
CREATE TABLE stocktake (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    started_at  INTEGER NOT NULL,
    category    TEXT NOT NULL,
    applying_at INTEGER
);

-- expected: on hand when the variant was last counted. place: in the order of
-- scanning, over both tables.
CREATE TABLE stocktake_counts (
    variant  BLOB NOT NULL,
    counted  INTEGER NOT NULL,
    expected INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    PRIMARY KEY (variant)
) WITHOUT ROWID;

CREATE TABLE stocktake_codes (
    code  TEXT NOT NULL,
    times INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (code)
) WITHOUT ROWID;

-- The newest page of a variant's ledger as the marketplace last gave it: its JSON.
CREATE TABLE moves_seen (
    variant BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    moves   TEXT NOT NULL,
    PRIMARY KEY (variant)
) WITHOUT ROWID;
