// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/orders_outlet.h"

#include "common/language.h"
#include "common/messages.h"
#include "common/theme.h"
#include "common/view_settings.h"
#include "domain/format.h"
#include "domain/periods.h"
#include "orders/order_words.h"
#include "printing/document_words.h"
#include "printing/print_preview.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::PrintedDocument;

namespace {

constexpr auto folderKey = "orders/folder"_L1;
/// Far from the tickets of the page, over the same reader.
constexpr quint64 firstTicket = quint64(5) << 40;

/// In the order of ports::OrderColumnKind.
QStringList columnTitles()
{
    return {OrdersOutlet::tr("Number"), OrdersOutlet::tr("Placed"), OrdersOutlet::tr("Status"), OrdersOutlet::tr("Customer"),
            OrdersOutlet::tr("Recipient"), OrdersOutlet::tr("Phone"), OrdersOutlet::tr("Street"), OrdersOutlet::tr("City"),
            OrdersOutlet::tr("Province"), OrdersOutlet::tr("Postcode"), OrdersOutlet::tr("Shipping service"),
            OrdersOutlet::tr("Courier"), OrdersOutlet::tr("Tracking number"), OrdersOutlet::tr("Payment"), OrdersOutlet::tr("SKU"),
            OrdersOutlet::tr("Product"), OrdersOutlet::tr("Options"), OrdersOutlet::tr("Unit price (Rp)"),
            OrdersOutlet::tr("Quantity"), OrdersOutlet::tr("Line total (Rp)"), OrdersOutlet::tr("Subtotal (Rp)"),
            OrdersOutlet::tr("Shipping cost (Rp)"), OrdersOutlet::tr("Discount (Rp)"), OrdersOutlet::tr("Total (Rp)"),
            OrdersOutlet::tr("Processed"), OrdersOutlet::tr("Shipped"), OrdersOutlet::tr("Delivered"),
            OrdersOutlet::tr("Cancelled"), OrdersOutlet::tr("Reason")};
}

} // namespace

OrdersOutlet::OrdersOutlet(const Theme& theme, const Parts& parts, QWidget* host)
    : QObject(host)
    , m_theme(theme)
    , m_parts(parts)
    , m_host(host)
    , m_progress(new ProgressLine(theme, host))
    , m_ticket(firstTicket)
{
    m_progress->setObjectName(u"ordersProgress"_s);
    m_progress->setCancellable(true);
    m_progress->hide();
    connect(&parts.reader, &ports::OrdersReader::detailsRead, this, &OrdersOutlet::takeDetails);
    connect(m_progress, &ProgressLine::cancelled, this, [this] {
        if (m_parts.files && m_saving)
            m_parts.files->cancel(m_saving);
    });
    if (parts.prints)
        connect(parts.prints, &ports::PrintLog::failed, this,
                [this](const QString& reason) { Q_EMIT said(reason, Icon::Warning); });
    if (parts.files) {
        connect(parts.files, &ports::OrdersExport::progressed, this, [this](quint64 ticket, qint64 done, qint64 total) {
            if (ticket == m_saving)
                m_progress->setProgress(done, total);
        });
        connect(parts.files, &ports::OrdersExport::finished, this, &OrdersOutlet::takeEnd);
    }
}

void OrdersOutlet::setStore(const StoreProfile& store, const QTimeZone& zone)
{
    m_store = store;
    m_zone = zone;
}

void OrdersOutlet::print(PrintedDocument document, const QList<OrderId>& orders)
{
    if (!canPrint() || orders.isEmpty())
        return;
    m_document = document;
    m_parts.reader.readDetails(++m_ticket, orders);
}

void OrdersOutlet::takeDetails(quint64 ticket, const QList<ports::OrderDetail>& orders)
{
    if (ticket != m_ticket || orders.isEmpty())
        return;
    auto* preview = new PrintPreview(m_theme, {*m_parts.prints, m_parts.settings, m_parts.clock},
                                     {.document = m_document, .orders = orders, .store = m_store, .zone = m_zone}, m_host);
    connect(preview, &PrintPreview::done, this, [this](PrintedDocument document, int count, const QString& file) {
        const QString what = documentTitle(document, uiLanguage());
        if (!file.isEmpty())
            Q_EMIT said(tr("Saved as %1").arg(QFileInfo(file).fileName()), Icon::Download);
        else
            Q_EMIT said(count == 1 ? tr("%1 printed").arg(what)
                                   : tr("%1 printed for %2 orders").arg(what, formatCount(count, uiLanguage())),
                        Icon::Print);
    });
    preview->open();
}

void OrdersOutlet::askForFile(sheet::Format format, const sheet::Options& options, const ports::OrdersQuery& query,
                              const QList<OrderId>& orders)
{
    QString folder = m_parts.settings.value(folderKey).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suffix = sheet::suffixOf(format);
    auto* dialog = new QFileDialog(m_host, tr("Save as"), folder);
    dialog->setObjectName(u"ordersFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    //: The beginning of a file's name; no spaces.
    const QString name = tr("orders");
    dialog->selectFile(u"%1-%2.%3"_s.arg(name, dayOf(m_parts.clock.now(), m_zone).toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format, options, query, orders](const QString& path) {
        save(path, format, options, query, orders);
    });
    dialog->open();
}

void OrdersOutlet::save(const QString& path, sheet::Format format, const sheet::Options& options,
                        const ports::OrdersQuery& query, const QList<OrderId>& orders)
{
    if (!canSave() || m_saving)
        return;
    m_parts.settings.setValue(folderKey, QFileInfo(path).absolutePath());
    m_path = path;
    m_saving = ++m_ticket;
    m_progress->setText(tr("Writing %1").arg(QFileInfo(path).fileName()));
    m_progress->setProgress(0, 0);
    m_progress->show();
    ports::OrdersExportRequest request{.query = query, .orders = orders, .path = path, .format = format, .options = options};
    request.name = tr("Orders");
    request.titles = columnTitles();
    for (int status = 0; status <= int(OrderStatus::Cancelled); ++status)
        request.statusWords << statusWord(OrderStatus(status));
    for (const QString& code : {u"COD"_s, u"BANK_TRANSFER"_s, u"EWALLET"_s, u"CARD"_s})
        request.words.insert(code, paymentWord(code));
    for (const QString& code : {u"HARI_INI"_s, u"EKSPRES"_s, u"REGULER"_s, u"EKONOMI"_s, u"KARGO"_s})
        request.words.insert(code, serviceWord(code));
    request.timeZone = m_zone.id();
    m_parts.files->start(m_saving, request);
}

void OrdersOutlet::takeEnd(quint64 ticket, const ports::OrdersExportResult& result)
{
    if (ticket != m_saving)
        return;
    m_saving = 0;
    m_progress->hide();
    const QString name = QFileInfo(m_path).fileName();
    if (result.cancelled)
        Q_EMIT said(tr("Stopped. %1 was not written.").arg(name), Icon::Info);
    else if (!result.problem.isEmpty())
        Q_EMIT said(tr("%1 could not be saved: %2").arg(name, result.problem), Icon::Warning);
    else
        Q_EMIT said(result.orders == 1 ? tr("1 order saved as %1").arg(name)
                                       : tr("%1 orders saved as %2").arg(formatCount(result.orders, uiLanguage()), name),
                    Icon::Download);
}

} // namespace belanjain::ui
