// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/print_job.h"
#include "stock/stock_sheet.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

class QWidget;

namespace belanjain::ui {

class ViewSettings;

/// The ways a sheet leaves the program: CSV, Excel, PDF and paper. Files are written away from the GUI thread.
class SheetOutlet : public QObject
{
    Q_OBJECT

public:
    enum class Way { Csv, CsvSemicolon, Excel, Pdf, Print };

    /// Dialogs belong to the host.
    SheetOutlet(ViewSettings& settings, QWidget* host);
    /// Waits for a file that is being written.
    ~SheetOutlet() override;

    /// Opens a menu of the ways below the button; the sheet is made when one is chosen.
    void openMenu(const QWidget& button, const QString& objectName, std::function<StockSheet()> sheet);
    /// Asks where to; for Print, which printer.
    void ask(Way way, const StockSheet& sheet);
    void save(Way way, const StockSheet& sheet, const QString& path);

Q_SIGNALS:
    /// What came of it, for a person.
    void said(const QString& sentence, bool fine);

private:
    void layOut(const StockSheet& sheet, std::function<void(const QList<PrintPage>&)> then);
    void tell(const QString& problem);

    ViewSettings& m_settings;
    QWidget* m_host;
    PrintJob m_job;
    QThreadPool m_writing;
    QString m_name; ///< of the file under way; empty for paper
};

} // namespace belanjain::ui
