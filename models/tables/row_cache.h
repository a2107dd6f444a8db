// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/inventory.h"

#include <QHash>
#include <QList>

#include <functional>

namespace belanjain::tables {

/// The rows of a long table that are in memory: whole pages around what was looked at last, the least
/// recently used go first. Knows what is missing and in which order to ask for it.
///
/// Rows of the order before stay readable until their page arrives anew, so that a table that is opened
/// again does not blink; looking at one still asks for its page.
class RowCache
{
public:
    /// A page's number in the order: position / pageSize.
    using Page = int;

    RowCache(int pageSize, int capacity)
        : m_pageSize(pageSize)
        , m_capacity(capacity)
    {}

    int pageSize() const { return m_pageSize; }

    /// The row, or nullptr when it is not here. Valid until the next call that is not const.
    const ports::InventoryRow* find(ports::RowNumber row) const;
    bool isLoaded(Page page) const { return m_pages.contains(page); }

    /// Notes that the page is being looked at; true when it has to be fetched and is not yet asked for.
    bool want(Page page);
    /// The next page to ask for, most recently wanted first; -1 when there is none. It counts as asked for.
    Page takeWanted();
    bool isAsked(Page page) const { return m_asked.contains(page); }
    int askedCount() const { return int(m_asked.size()); }
    const QList<Page>& asked() const { return m_asked; }
    bool hasWanted() const { return !m_wanted.isEmpty(); }

    /// Stores a page that was asked for (or came unasked, like the first).
    void store(Page page, const QList<ports::InventoryRow>& rows);
    /// New values of a row that may be here; false when it is not.
    bool update(const ports::InventoryRow& row);

    /// The order is another one: nothing is loaded or asked for, known rows stay readable as they are.
    void startOver();
    /// The order got longer at its end: the page that used to be the last may be incomplete.
    void forget(Page page);

    const QHash<ports::RowNumber, ports::InventoryRow>& rows() const { return m_rows; }
    QList<Page> loadedPages() const { return m_pages.keys(); }

private:
    struct Loaded
    {
        QList<ports::RowNumber> rows;
        quint64 used = 0;
    };

    void evict();

    int m_pageSize;
    int m_capacity;
    quint64 m_tick = 0;
    QHash<ports::RowNumber, ports::InventoryRow> m_rows;
    QHash<ports::RowNumber, ports::InventoryRow> m_old;
    QHash<Page, Loaded> m_pages;
    QList<Page> m_wanted; ///< last is the most urgent
    QList<Page> m_asked;
};

} // namespace belanjain::tables
