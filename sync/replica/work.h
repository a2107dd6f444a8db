// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <optional>

namespace belanjain::replica {

/// A run of statements whose first error stands for all of them: after it every call does nothing and
/// gives an empty value, so the error has to be looked at once, before the commit. A loop over many rows
/// asks ok() as well.
class Work
{
public:
    explicit Work(storage::Database& database)
        : m_database(database)
    {}

    bool ok() const { return !m_error; }
    /// The first error, for returning it.
    storage::Outcome outcome() const
    {
        return m_error ? storage::Outcome(tl::unexpected(*m_error)) : storage::Outcome();
    }
    tl::unexpected<storage::Error> failure() const
    {
        return tl::unexpected(m_error.value_or(storage::Error{}));
    }
    void fail(const storage::Error& error)
    {
        if (!m_error)
            m_error = error;
    }
    storage::Database& database() { return m_database; }

    /// The number of rows changed.
    qint64 run(const QString& sql, const QVariantList& values = {})
    {
        return take(ok() ? m_database.run(sql, values) : none<qint64>());
    }
    void execute(const QString& sql)
    {
        if (!ok())
            return;
        if (const auto done = m_database.execute(sql); !done)
            fail(done.error());
    }
    qint64 integer(const QString& sql, const QVariantList& values = {})
    {
        return take(ok() ? m_database.integer(sql, values) : none<qint64>());
    }
    template<class Map>
    auto one(const QString& sql, const QVariantList& values, Map map)
    {
        using T = std::optional<decltype(map(std::declval<const storage::Row&>()))>;
        return take(ok() ? m_database.one(sql, values, map) : none<T>());
    }
    template<class Map>
    auto all(const QString& sql, const QVariantList& values, Map map)
    {
        using T = QList<decltype(map(std::declval<const storage::Row&>()))>;
        return take(ok() ? m_database.all(sql, values, map) : none<T>());
    }
    bool has(const QString& sql, const QVariantList& values)
    {
        return one(sql, values, [](const storage::Row&) { return true; }).has_value();
    }

private:
    template<class T>
    storage::Result<T> none() const
    {
        return T{};
    }
    template<class T>
    T take(storage::Result<T> result)
    {
        if (result)
            return std::move(*result);
        fail(result.error());
        return T{};
    }

    storage::Database& m_database;
    std::optional<storage::Error> m_error;
};

} // namespace belanjain::replica
