// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "protocol/rows.h"
#include "support/fake_time.h"

#include <QList>
#include <QString>

#include <optional>

namespace belanjain::testing {

/// A seller's space of any size, the same for the same seed: a store, then products each directly before
/// its 1 to 9 variants, in the order of a snapshot. Names repeat, some carry accents and apostrophes; some
/// products are archived, some stock is low, out or short of what is promised.
class GeneratedRows
{
public:
    GeneratedRows(quint64 seed, int variants)
        : m_seed(seed)
        , m_wanted(variants)
        , m_random(seed)
    {}

    /// nullopt at the end.
    std::optional<protocol::SyncRow> next();
    /// All of them at once, for small spaces.
    static QList<protocol::SyncRow> all(quint64 seed, int variants);
    /// The head of a snapshot of these rows; goes through all of them.
    static protocol::SnapshotHead head(quint64 seed, int variants);

private:
    template<class SomeId>
    SomeId id();
    QString pick(const QStringList& words)
    {
        return words.at(qsizetype(m_random.below(quint64(words.size()))));
    }
    protocol::SyncRow row(QStringView table, const QString& id, const QJsonObject& data);
    protocol::SyncRow store();
    protocol::SyncRow product();
    protocol::SyncRow variant();

    quint64 m_seed;
    int m_wanted;
    SeededRandom m_random;
    qint64 m_version = 0;
    qint64 m_ms = 1'780'000'000'000;
    int m_made = 0;
    int m_left = -1; ///< variants of the current product still to come; -1 before the store
    int m_position = 0;
    ProductId m_product;
    bool m_single = false;
};

} // namespace belanjain::testing
