-- SPDX-License-Identifier: GPL-3.0-or-later
-- Refused edits that somebody has decided on lately, as they were, so that a decision can be shown and undone.
-- number: of the rejection. fate: 3 given up, 4 made again. new_op: the edit that took its place, if one did.

CREATE TABLE decisions (
    number      INTEGER PRIMARY KEY,
    op_id       TEXT NOT NULL,
    name        TEXT NOT NULL,
    entity_id   TEXT NOT NULL,
    args        TEXT NOT NULL,
    client_time INTEGER NOT NULL,
    fields      INTEGER NOT NULL,
    code        TEXT NOT NULL,
    detail      TEXT NOT NULL,
    current     TEXT NOT NULL,
    refused_at  INTEGER NOT NULL,
    fate        INTEGER NOT NULL,
    decided_at  INTEGER NOT NULL,
    new_op      TEXT NOT NULL DEFAULT ''
);
