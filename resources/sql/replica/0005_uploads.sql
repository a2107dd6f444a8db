-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pictures taken here: the bytes lie beside this file under `hash`, and the product shows them at once. Each is
-- uploaded on its own, so that none holds up the queue; the op that attaches it is queued when the marketplace has
-- the bytes and has said under which hash. state: 0 waiting, 1 its op is queued, 2 refused.
CREATE TABLE uploads (
    image      TEXT PRIMARY KEY,
    product    BLOB NOT NULL,
    hash       TEXT NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    state      INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX uploads_of_product ON uploads (product, position);
