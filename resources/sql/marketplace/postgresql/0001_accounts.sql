-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ids are text, times are milliseconds since 1970 UTC, money is whole rupiah, booleans are 0 and 1. Texts are
-- ordered and compared by their bytes, as SQLite does, whatever the database's own locale.

-- Keys and choices of this marketplace, made at first start.
CREATE TABLE settings (
    name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);

-- email is normalised: what makes two addresses the same account.
CREATE TABLE users (
    id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name          TEXT COLLATE "C" NOT NULL,
    email         TEXT COLLATE "C" NOT NULL UNIQUE,
    password_hash TEXT COLLATE "C" NOT NULL,
    role          TEXT COLLATE "C" NOT NULL CHECK (role IN ('CUSTOMER', 'SELLER')),
    language      TEXT COLLATE "C" NOT NULL DEFAULT 'id' CHECK (language IN ('id', 'en')),
    locked        BIGINT NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
    created_at    BIGINT NOT NULL,
    updated_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL DEFAULT 1
);

-- A synced table: version is stamped by the space it belongs to, whose id is the store's.
CREATE TABLE stores (
    id                  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    owner_id            TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES users (id),
    name                TEXT COLLATE "C" NOT NULL,
    location            TEXT COLLATE "C" NOT NULL DEFAULT '',
    description         TEXT COLLATE "C" NOT NULL DEFAULT '',
    low_stock_threshold BIGINT NOT NULL DEFAULT 10 CHECK (low_stock_threshold >= 0),
    time_zone           TEXT COLLATE "C" NOT NULL DEFAULT 'Asia/Jakarta',
    created_at          BIGINT NOT NULL,
    updated_at          BIGINT NOT NULL,
    version             BIGINT NOT NULL DEFAULT 0
);

-- One sign-in: the family of refresh tokens that follow one another.
CREATE TABLE sessions (
    id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    user_id    TEXT COLLATE "C" NOT NULL REFERENCES users (id),
    device_id  TEXT COLLATE "C" NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    used_at    BIGINT NOT NULL,
    ended_at   BIGINT
);
CREATE INDEX sessions_of_user ON sessions (user_id);

CREATE TABLE refresh_tokens (
    hash       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    session_id TEXT COLLATE "C" NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL,
    spent_at   BIGINT
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);

-- Answers given to POSTs with an Idempotency-Key. scope is the caller.
CREATE TABLE idempotency (
    scope       TEXT COLLATE "C" NOT NULL,
    key         TEXT COLLATE "C" NOT NULL,
    fingerprint TEXT COLLATE "C" NOT NULL,
    status      BIGINT NOT NULL,
    headers     TEXT COLLATE "C" NOT NULL,
    body        TEXT COLLATE "C" NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);
