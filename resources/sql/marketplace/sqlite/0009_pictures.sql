-- SPDX-License-Identifier: GPL-3.0-or-later

-- Pictures whose files are stored, by the hash of their bytes. uses counts the images of products that show
-- it; an unused one is forgotten some days after noted_at.
CREATE TABLE pictures (
    sha256   TEXT NOT NULL PRIMARY KEY,
    type     TEXT NOT NULL CHECK (type IN ('jpeg', 'png')),
    width    INTEGER NOT NULL CHECK (width > 0),
    height   INTEGER NOT NULL CHECK (height > 0),
    uses     INTEGER NOT NULL DEFAULT 0 CHECK (uses >= 0),
    noted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pictures_unused ON pictures (noted_at) WHERE uses = 0;
