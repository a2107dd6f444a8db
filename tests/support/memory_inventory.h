// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/command_sink.h"
#include "ports/inventory_reader.h"
#include "ports/sync_control.h"

#include <QHash>

namespace belanjain::tests {

class MemoryInventory;

/// Answers like the replica's reader, a turn of the event loop later.
class MemoryReader : public ports::InventoryReader
{
    Q_OBJECT
public:
    explicit MemoryReader(MemoryInventory& shop)
        : m_shop(shop)
    {}

    void open(quint64 generation, const ports::InventoryQuery& query) override;
    void fetch(quint64 generation, const QList<ports::RowNumber>& rows) override;
    void total(quint64 generation, const ports::RowOrder& rows) override;
    void readCategories() override;
    void readSummary() override;

    int fetches = 0;
    int rowsFetched = 0;
    QList<ports::InventoryQuery> queries;

private:
    MemoryInventory& m_shop;
};

/// Applies commands by the domain's rules, a turn of the event loop later, or when released.
class MemorySink : public ports::CommandSink
{
    Q_OBJECT
public:
    explicit MemorySink(MemoryInventory& shop)
        : m_shop(shop)
    {}

    quint64 submit(const QList<ports::Command>& batch) override;

    /// Holds answers back until release().
    void hold() { m_held = true; }
    void release();
    /// Every batch fails to reach the disk with this sentence; empty ends that.
    QString storageProblem;
    QList<QList<ports::Command>> batches;

private:
    struct Waiting
    {
        quint64 ticket;
        QList<ports::Command> batch;
    };
    void work();

    MemoryInventory& m_shop;
    QList<Waiting> m_waiting;
    quint64 m_ticket = 0;
    bool m_held = false;
};

/// Keeps rejections and notes what was decided about them.
class MemorySync : public ports::SyncControl
{
    Q_OBJECT
public:
    ports::SyncStatus status() const override { return {}; }
    void syncNow() override {}
    void setWorkOffline(bool) override {}
    void readRejections(std::optional<VariantId> variant) override;
    void retry(qint64 rejection, const std::optional<QJsonObject>& args) override;
    void drop(qint64 rejection) override { dropped.append(rejection); }

    QList<ports::Rejection> rejections;
    QList<std::pair<qint64, std::optional<QJsonObject>>> retried;
    QList<qint64> dropped;
};

/// A store's stock in memory behind the ports that the screens use; for tests that want to say which rows
/// there are and when answers come.
class MemoryInventory
{
public:
    MemoryInventory()
        : reader(*this)
        , sink(*this)
    {}

    /// Adds a row with a number, ids and an SKU of its own; returns its number.
    ports::RowNumber add(ports::InventoryRow row);
    /// So many plain rows: "Product 000001", Rp 1.000, 2.000 …, on hand 20.
    void addMany(int count);
    ports::InventoryRow& row(ports::RowNumber number);
    /// Tells the reader's listeners about a row as it is now.
    void announce(ports::RowNumber number);
    void remove(ports::RowNumber number);

    ports::CommandResult apply(const ports::Command& command, QList<ports::RowNumber>& touched);

    QList<ports::InventoryRow> rows;
    MemoryReader reader;
    MemorySink sink;
    MemorySync sync;

private:
    ports::InventoryRow* find(const VariantId& variant);

    QHash<ports::RowNumber, int> m_places;
    QHash<VariantId, ports::RowNumber> m_variants;
    ports::RowNumber m_last = 0;
};

} // namespace belanjain::tests
