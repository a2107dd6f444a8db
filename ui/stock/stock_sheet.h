// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sheet/table_writer.h"
#include "printing/print_page.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace belanjain::ui {

/// A table about stock as a value: goes into a file or onto paper.
struct StockSheet
{
    struct Column
    {
        QString title;
        qreal width = 20; ///< on paper, in millimetres; 0: the room that is left
        bool number = false;
        bool onPaper = true;
    };
    struct Row
    {
        QString group; ///< a line above the first row of each, on paper; empty for none
        QList<sheet::Cell> cells;
        bool tick = false; ///< a box to tick on paper
    };

    QString title;
    QString store;
    QStringList about; ///< lines below the title on paper
    QString foot;
    QString fileName; ///< without suffix
    QList<Column> columns;
    QList<Row> rows;
};

/// Empty, or why not in the system's words. Blocks on the disk.
QString writeSheet(const StockSheet& sheet, const QString& path, sheet::Format format, const sheet::Options& options);
/// A4 pages.
QList<PrintPage> layOutSheet(const StockSheet& sheet);

} // namespace belanjain::ui
