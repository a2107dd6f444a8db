// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/products_export.h"
#include "replica/export_runs.h"

namespace belanjain::replica {

/// Writes products into files through a lane. The lane ends before this; cancelAll() first keeps that short.
class ProductsExportSource : public ports::ProductsExport
{
    Q_OBJECT
public:
    explicit ProductsExportSource(RecordLane& lane, QObject* parent = nullptr);

    void start(quint64 ticket, const ports::ProductsExportRequest& request) override;
    void cancel(quint64 ticket) override { m_runs.cancel(ticket); }
    void cancelAll() { m_runs.cancelAll(); }

private:
    ExportRuns m_runs;
};

} // namespace belanjain::replica
