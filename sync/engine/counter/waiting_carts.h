// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/store_counter.h"
#include "storage/database.h"

#include <memory>

namespace belanjain::engine
{

/// The waiting carts of a store in their file. Every change is one durable statement; one thread.
class WaitingCarts
{
public:
    static tl::expected<std::unique_ptr<WaitingCarts>, QString> open(const QString& file);

    storage::Result<QList<ports::WaitingCart>> all();
    /// Gives its number.
    storage::Result<qint64> put(const ports::WaitingCart& cart);
    storage::Outcome remove(qint64 number);

    /// A checkout on its way, before it is sent.
    struct Sent
    {
        QString buyer; ///< id of whose account it is
        QString key;
        QByteArray body;
        Instant at;
    };
    storage::Result<std::optional<Sent>> sent(qint64 number);
    /// nullopt takes it away: there was an answer.
    storage::Outcome setSent(qint64 number, const std::optional<Sent>& sent);

private:
    explicit WaitingCarts(std::unique_ptr<storage::Database> db) : m_db(std::move(db)) {}

    std::unique_ptr<storage::Database> m_db;
};

} // namespace belanjain::engine
