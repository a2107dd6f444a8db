// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/sheet_outlet.h"

#include "common/view_settings.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderKey = "stock/folder"_L1;

QString suffixOf(SheetOutlet::Way way)
{
    switch (way) {
    case SheetOutlet::Way::Excel:
        return u"xlsx"_s;
    case SheetOutlet::Way::Pdf:
        return u"pdf"_s;
    default:
        return u"csv"_s;
    }
}

} // namespace

SheetOutlet::SheetOutlet(ViewSettings& settings, QWidget* host)
    : QObject(host)
    , m_settings(settings)
    , m_host(host)
{
    m_writing.setMaxThreadCount(1);
    connect(&m_job, &PrintJob::finished, this, [this](const QString& problem, bool) { tell(problem); });
}

SheetOutlet::~SheetOutlet() { m_writing.waitForDone(); }

void SheetOutlet::openMenu(const QWidget& button, const QString& objectName, std::function<StockSheet()> sheet)
{
    auto* menu = new QMenu(m_host);
    menu->setObjectName(objectName);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::pair<Way, QString> ways[] = {{Way::Print, tr("Print…")},
                                            {Way::Pdf, tr("PDF…")},
                                            {Way::Excel, tr("Excel…")},
                                            {Way::Csv, tr("CSV…")},
                                            {Way::CsvSemicolon, tr("CSV with semicolons…")}};
    for (const auto& [way, text] : ways)
        connect(menu->addAction(text), &QAction::triggered, this, [this, chosen = way, sheet] { ask(chosen, sheet()); });
    menu->popup(button.mapToGlobal(QPoint(0, button.height() + 4)));
}

void SheetOutlet::ask(Way way, const StockSheet& sheet)
{
    if (way == Way::Print) {
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setPageSize(QPageSize(QPageSize::A4));
        auto* dialog = new QPrintDialog(printer.get(), m_host);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
        connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer, sheet] {
            m_name.clear();
            layOut(sheet, [this, printer](const QList<PrintPage>& pages) { m_job.print(pages, printer); });
        });
        dialog->open();
        return;
    }
    QString folder = m_settings.value(folderKey).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suffix = suffixOf(way);
    auto* dialog = new QFileDialog(m_host, tr("Save as"), folder);
    dialog->setObjectName(u"sheetFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    dialog->selectFile(u"%1.%2"_s.arg(sheet.fileName, suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, way, sheet](const QString& path) { save(way, sheet, path); });
    dialog->open();
}

void SheetOutlet::save(Way way, const StockSheet& sheet, const QString& path)
{
    m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
    m_name = QFileInfo(path).fileName();
    if (way == Way::Pdf) {
        layOut(sheet, [this, path, title = sheet.title](const QList<PrintPage>& pages) { m_job.savePdf(pages, path, title); });
        return;
    }
    const auto format = way == Way::Excel ? sheet::Format::Excel : sheet::Format::Csv;
    const sheet::Options options{.separator = way == Way::CsvSemicolon ? ';' : ','};
    m_writing.start([this, sheet, path, format, options] {
        const QString problem = writeSheet(sheet, path, format, options);
        QMetaObject::invokeMethod(this, [this, problem] { tell(problem); }, Qt::QueuedConnection);
    });
}

void SheetOutlet::layOut(const StockSheet& sheet, std::function<void(const QList<PrintPage>&)> then)
{
    m_writing.start([this, sheet, then = std::move(then)] {
        const QList<PrintPage> pages = layOutSheet(sheet);
        QMetaObject::invokeMethod(this, [then, pages] { then(pages); }, Qt::QueuedConnection);
    });
}

void SheetOutlet::tell(const QString& problem)
{
    if (!problem.isEmpty())
        Q_EMIT said(m_name.isEmpty() ? tr("Could not be printed: %1").arg(problem)
                                     : tr("%1 could not be saved: %2").arg(m_name, problem),
                    false);
    else
        Q_EMIT said(m_name.isEmpty() ? tr("Printed") : tr("Saved as %1").arg(m_name), true);
}

} // namespace belanjain::ui
