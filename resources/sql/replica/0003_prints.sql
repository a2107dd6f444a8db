-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was printed here, by the order's id, which outlives the row numbers of a file.

-- document: belanjain::ports::PrintedDocument. last_at: milliseconds since 1970 UTC.
CREATE TABLE prints (
    order_id BLOB NOT NULL,
    document INTEGER NOT NULL,
    times    INTEGER NOT NULL,
    last_at  INTEGER NOT NULL,
    PRIMARY KEY (order_id, document)
) WITHOUT ROWID;
