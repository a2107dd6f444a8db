-- SPDX-License-Identifier: GPL-3.0-or-later
-- How long the history was at the last commit and where it ended. They lie on another page than the history
-- does, so a file whose pages are of different commits shows it.

ALTER TABLE replica ADD COLUMN history_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE replica ADD COLUMN history_last INTEGER NOT NULL DEFAULT 0;

UPDATE replica SET history_rows = (SELECT count(*) FROM history),
                   history_last = (SELECT coalesce(max(number), 0) FROM history);
