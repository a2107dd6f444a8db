-- SPDX-License-Identifier: GPL-3.0-or-later
-- Carts that wait in a store: what a customer could not order yet, or sent without hearing an answer.
CREATE TABLE waiting_carts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    lines TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    -- Of a checkout on its way: whose, under which key, and what was sent.
    buyer TEXT,
    checkout_key TEXT,
    checkout_body TEXT,
    sent_at INTEGER
) STRICT;
