// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/orders_export.h"
#include "replica/export_runs.h"

namespace belanjain::replica {

/// Writes orders into files through a lane of its own, so that no screen waits for it. The lane ends before this;
/// cancelAll() first keeps that short.
class OrdersExportSource : public ports::OrdersExport
{
    Q_OBJECT
public:
    explicit OrdersExportSource(RecordLane& lane, QObject* parent = nullptr);

    void start(quint64 ticket, const ports::OrdersExportRequest& request) override;
    void cancel(quint64 ticket) override { m_runs.cancel(ticket); }
    void cancelAll() { m_runs.cancelAll(); }

private:
    ExportRuns m_runs;
};

} // namespace belanjain::replica
