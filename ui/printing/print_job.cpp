// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/print_job.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

/// Forty dots a millimetre: five for each dot of a 203 dpi label printer.
constexpr int pdfResolution = 1'016;
constexpr qreal mmPerInch = 25.4;

QPageLayout pageLayout(const PrintPage& page)
{
    return {QPageSize(page.size, QPageSize::Millimeter, {}, QPageSize::FuzzyMatch), QPageLayout::Portrait, {}};
}

/// False when it was stopped.
bool paintAll(QPainter& painter, QPagedPaintDevice& device, const QList<PrintPage>& pages, qreal pxPerMm,
              const std::atomic<bool>& stop, const std::function<void(int)>& done)
{
    for (int i = 0; i < pages.size(); ++i) {
        if (stop)
            return false;
        if (i > 0)
            device.newPage();
        paintPage(painter, pages.at(i), pxPerMm);
        done(i + 1);
    }
    return true;
}

} // namespace

PrintJob::PrintJob(QObject* parent)
    : QObject(parent)
{
    qRegisterMetaType<QList<PrintPage>>();
}

PrintJob::~PrintJob() { giveUp(); }

void PrintJob::giveUp()
{
    if (!m_thread)
        return;
    *m_stop = true;
    m_thread->wait();
    m_thread.reset();
}

void PrintJob::run(std::function<void(const std::atomic<bool>&)> task)
{
    giveUp();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_thread.reset(QThread::create([task = std::move(task), stop = m_stop] { task(*stop); }));
    m_thread->setObjectName(u"printing"_s);
    m_thread->start();
}

void PrintJob::cancel()
{
    if (m_stop)
        *m_stop = true;
}

void PrintJob::start(const PrintRequest& request)
{
    run([this, request](const std::atomic<bool>& stop) {
        const QList<PrintPage> pages = layOut(request, &stop);
        if (stop)
            return;
        QMetaObject::invokeMethod(this, [this, pages] { Q_EMIT laidOut(pages); }, Qt::QueuedConnection);
    });
}

void PrintJob::savePdf(const QList<PrintPage>& pages, const QString& path, const QString& title)
{
    run([this, pages, path, title](const std::atomic<bool>& stop) {
        const auto tell = [this](const QString& problem, bool cancelled) {
            QMetaObject::invokeMethod(
                this, [this, problem, cancelled] { Q_EMIT finished(problem, cancelled); }, Qt::QueuedConnection);
        };
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return tell(file.errorString(), false);
        QPdfWriter pdf(&file);
        pdf.setResolution(pdfResolution);
        pdf.setTitle(title);
        pdf.setCreator(u"Belanjain"_s);
        if (!pages.isEmpty())
            pdf.setPageLayout(pageLayout(pages.constFirst()));
        QPainter painter;
        if (pages.isEmpty() || !painter.begin(&pdf))
            return tell(tr("There is nothing to print."), false);
        const bool whole = paintAll(painter, pdf, pages, pdfResolution / mmPerInch, stop, [&](int done) {
            QMetaObject::invokeMethod(
                this, [this, done, all = int(pages.size())] { Q_EMIT progressed(done, all); }, Qt::QueuedConnection);
        });
        painter.end();
        if (!whole)
            return tell({}, true);
        tell(file.commit() ? QString() : file.errorString(), false);
    });
}

void PrintJob::print(const QList<PrintPage>& pages, std::shared_ptr<QPrinter> printer)
{
    run([this, pages, printer](const std::atomic<bool>& stop) {
        const auto tell = [this](const QString& problem, bool cancelled) {
            QMetaObject::invokeMethod(
                this, [this, problem, cancelled] { Q_EMIT finished(problem, cancelled); }, Qt::QueuedConnection);
        };
        if (pages.isEmpty())
            return tell(tr("There is nothing to print."), false);
        printer->setPageLayout(pageLayout(pages.constFirst()));
        printer->setFullPage(true);
        QPainter painter;
        if (!painter.begin(printer.get()))
            return tell(tr("The printer does not take the job."), false);
        const bool whole =
            paintAll(painter, *printer, pages, printer->resolution() / mmPerInch, stop, [&](int done) {
                QMetaObject::invokeMethod(
                    this, [this, done, all = int(pages.size())] { Q_EMIT progressed(done, all); },
                    Qt::QueuedConnection);
            });
        if (!whole)
            printer->abort();
        const bool ended = painter.end() && printer->printerState() != QPrinter::Error;
        tell(whole && !ended ? tr("The printer reports an error.") : QString(), !whole);
    });
}

} // namespace belanjain::ui
