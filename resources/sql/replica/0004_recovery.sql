-- SPDX-License-Identifier: GPL-3.0-or-later
-- What recovery needs: how many commits this replica has seen, which the edit log beside it knows too, and
-- what a person has to be told until they have read it.

ALTER TABLE replica ADD COLUMN commits INTEGER NOT NULL DEFAULT 0;

-- kind: ports::Notice::Kind. data: JSON.
CREATE TABLE notices (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind   INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    data   TEXT NOT NULL
);

-- A sync that would take away most of the catalogue, and what was said to it. accepted: 0 not yet asked or
-- kept as it is, 1 to be taken over with the next sync.
CREATE TABLE removal_pause (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    products INTEGER NOT NULL,
    total    INTEGER NOT NULL,
    names    TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    accepted INTEGER NOT NULL DEFAULT 0
);
