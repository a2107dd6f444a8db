// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stocktake.h"
#include "replica/work.h"

namespace belanjain::replica {

/// The draft of a stocktake in its tables; each call within the caller's transaction, errors are the Work's.
class StocktakeTable
{
public:
    explicit StocktakeTable(Work& work) : m_work(work) {}

    ports::StocktakeSheet read();
    void begin(const QString& category, Instant now);
    ports::ScanAnswer scan(const QString& code, Instant now);
    ports::ScanAnswer setCount(const VariantId& variant, std::optional<qint32> pieces, Instant now);
    void settleCode(const QString& code, const std::optional<VariantId>& variant, Instant now);
    void markApplying(Instant now);
    void settle(const QList<VariantId>& applied);
    void discard();
    /// After a program that ended while it applied: takes out what the edits say was applied.
    void finishApplying();

    QString category();
    QList<ports::StocktakeLine> uncounted(const QString& category, int offset, int limit);
    /// Active variants of the category, and how many of them are counted.
    std::pair<int, int> scope(const QString& category);

private:
    std::optional<ports::StocktakeLine> line(const VariantId& variant);
    std::optional<ports::UnknownCode> unknown(const QString& code);
    bool setLast(qint32 pieces, Instant now, ports::ScanAnswer& answer);
    qint64 nextPlace();
    void add(const VariantId& variant, qint32 pieces, bool onTop, Instant now);

    Work& m_work;
};

} // namespace belanjain::replica
