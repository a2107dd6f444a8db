// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/imports/export_rows.h"
#include "domain/sheet/table_writer.h"

#include <QMetaType>
#include <QObject>

namespace belanjain::ports
{

struct ProductsExportRequest
{
    QString path;
    imports::ExportLayout layout = imports::ExportLayout::Own;
    sheet::Format format = sheet::Format::Csv;
    sheet::Options options;
    Language language = Language::Indonesian; ///< of the own format's titles
    QString name; ///< of the sheet
};

struct ProductsExportResult
{
    qint64 products = 0;
    qint64 rows = 0;
    bool cancelled = false;
    QString problem; ///< for a person; empty when all is well. With a problem no file was written.
};

/// Writes the products on sale into a file that the import reads back, away from the GUI thread and from one state
/// of the replica. Answers come on the thread this lives on.
class ProductsExport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answered by finished() with the same ticket.
    virtual void start(quint64 ticket, const ProductsExportRequest& request) = 0;
    virtual void cancel(quint64 ticket) = 0;

Q_SIGNALS:
    void progressed(quint64 ticket, qint64 done, qint64 total);
    void finished(quint64 ticket, const belanjain::ports::ProductsExportResult& result);
};

} // namespace belanjain::ports

Q_DECLARE_METATYPE(belanjain::ports::ProductsExportResult)
