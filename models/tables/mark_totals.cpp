// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/mark_totals.h"

namespace belanjain::tables {

namespace {
/// Above every number of an open(), so that a new search does not abandon the sums.
constexpr quint64 firstGeneration = quint64(1) << 49;
} // namespace

MarkTotals::MarkTotals(InventoryModel& model, ports::InventoryReader& reader, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_reader(reader)
    , m_generation(firstGeneration)
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(30);
    connect(&m_askSoon, &QTimer::timeout, this, &MarkTotals::ask);
    const auto soon = [this] { m_askSoon.start(); };
    connect(&m_model, &InventoryModel::marksChanged, this, soon);
    connect(&m_model, &InventoryModel::rowsUpdated, this, [this, soon] {
        if (m_model.markedCount() > 0)
            soon();
    });
    connect(&m_reader, &ports::InventoryReader::totalled, this,
            [this](quint64 generation, const ports::InventoryTotals& totals) {
                if (generation == m_generation && m_model.markedCount() > 0)
                    Q_EMIT changed(totals);
            });
}

void MarkTotals::ask()
{
    ++m_generation;
    if (m_model.markedCount() == 0)
        Q_EMIT changed({});
    else
        m_reader.total(m_generation, std::make_shared<const QList<ports::RowNumber>>(m_model.markedRows()));
}

} // namespace belanjain::tables
