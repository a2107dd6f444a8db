-- SPDX-License-Identifier: GPL-3.0-or-later

-- secret is encrypted with this marketplace's key for fields. In force once confirmed_at is there. last_step
-- is the last step of which a code was used: none before it counts again.
CREATE TABLE two_factor (
    user_id      TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    secret       TEXT COLLATE "C" NOT NULL,
    last_step    BIGINT NOT NULL DEFAULT -1,
    created_at   BIGINT NOT NULL,
    confirmed_at BIGINT
);

CREATE TABLE recovery_codes (
    user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash    TEXT COLLATE "C" NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (user_id, hash)
);

-- Failed attempts to sign in, by hashes of accounts and addresses. One failure is forgiven at a time, the
-- last at drained_at. Until known_until the account has signed in from there lately.
CREATE TABLE throttles (
    name          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    failures      BIGINT NOT NULL,
    drained_at    BIGINT NOT NULL,
    blocked_until BIGINT NOT NULL,
    known_until   BIGINT NOT NULL,
    forget_at     BIGINT NOT NULL
);
CREATE INDEX throttles_by_forgetting ON throttles (forget_at);
