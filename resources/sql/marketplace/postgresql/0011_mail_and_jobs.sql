-- SPDX-License-Identifier: GPL-3.0-or-later

-- Mails to send, written with what causes them. A row names its kind and what it is about; the words are made
-- when it is sent. id becomes the mail's Message-ID. A claimed row's next_try_at is when the claim runs out.
CREATE TABLE mail_outbox (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind        TEXT COLLATE "C" NOT NULL,
    about       TEXT COLLATE "C" NOT NULL,
    details     TEXT NOT NULL DEFAULT '{}',
    state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
    created_at  BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    attempts    BIGINT NOT NULL DEFAULT 0,
    ended_at    BIGINT,
    last_error  TEXT NOT NULL DEFAULT ''
);
CREATE INDEX mail_outbox_due ON mail_outbox (next_try_at) WHERE state = 'waiting';
CREATE INDEX mail_outbox_by_age ON mail_outbox (created_at) WHERE state = 'waiting';
CREATE INDEX mail_outbox_ended ON mail_outbox (ended_at) WHERE state <> 'waiting';

-- What was run for which time: whoever inserts the row runs it, in the same transaction. scope is a store's id
-- or empty.
CREATE TABLE job_runs (
    job        TEXT COLLATE "C" NOT NULL,
    scope      TEXT COLLATE "C" NOT NULL,
    slot       BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    PRIMARY KEY (job, scope, slot)
);
