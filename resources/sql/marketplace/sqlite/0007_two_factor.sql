-- SPDX-License-Identifier: GPL-3.0-or-later

-- secret is encrypted with this marketplace's key for fields. In force once confirmed_at is there. last_step
-- is the last step of which a code was used: none before it counts again.
CREATE TABLE two_factor (
    user_id      TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    secret       TEXT NOT NULL,
    last_step    INTEGER NOT NULL DEFAULT -1,
    created_at   INTEGER NOT NULL,
    confirmed_at INTEGER
) STRICT;

CREATE TABLE recovery_codes (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash    TEXT NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (user_id, hash)
) STRICT, WITHOUT ROWID;

-- Failed attempts to sign in, by hashes of accounts and addresses. One failure is forgiven at a time, the
-- last at drained_at. Until known_until the account has signed in from there lately.
CREATE TABLE throttles (
    name          TEXT NOT NULL PRIMARY KEY,
    failures      INTEGER NOT NULL,
    drained_at    INTEGER NOT NULL,
    blocked_until INTEGER NOT NULL,
    known_until   INTEGER NOT NULL,
    forget_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX throttles_by_forgetting ON throttles (forget_at);
