// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/products_export.h"
#include "replica/record_lane.h"

#include <QHash>

#include <atomic>
#include <memory>

namespace belanjain::replica {

/// Writes products into files through a lane. The lane ends before this; cancelAll() first keeps that short.
class ProductsExportSource : public ports::ProductsExport
{
    Q_OBJECT
public:
    explicit ProductsExportSource(RecordLane& lane, QObject* parent = nullptr);

    void start(quint64 ticket, const ports::ProductsExportRequest& request) override;
    void cancel(quint64 ticket) override;
    void cancelAll();

private:
    RecordLane& m_lane;
    QHash<quint64, std::shared_ptr<std::atomic<bool>>> m_running; ///< set: to be given up
};

} // namespace belanjain::replica
