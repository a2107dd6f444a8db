// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/order_sheets.h"

#include "printing/document_words.h"
#include "printing/page_flow.h"

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::PrintedDocument;

namespace {

// Millimetres.
constexpr qreal body = 3.3;
constexpr qreal small = 2.8;
constexpr qreal lineStep = 4.6;
constexpr qreal rowGap = 2.4;
constexpr qreal blockWidth = 84;
constexpr qreal secondBlock = 111;
constexpr qreal quantityAt = 128;
constexpr qreal priceAt = 160;
constexpr int addressLines = 8;
constexpr int nameLines = 6;

class Sheet
{
public:
    Sheet(const ports::OrderDetail& order, const PrintRequest& request)
        : m_order(order)
        , m_request(request)
        , m_language(request.language)
        , m_invoice(request.document == PrintedDocument::Invoice)
    {}

    QList<PrintPage> made()
    {
        m_flow.setY(letterhead(PageFlow::top));
        m_flow.setHead([this](PageFlow& flow, qreal y) {
            flow.text({PageFlow::left, y + 4}, u"%1 %2"_s.arg(title(), number()), body, true);
            return tableHead(y + 8);
        });
        m_flow.setY(tableHead(m_flow.y()));
        for (const ports::OrderLine& line : m_order.list)
            row(line);
        if (m_invoice)
            totals();
        else
            pieces();
        return m_flow.finished(u"%1 · %2 · %3"_s.arg(m_request.store.name, title(), number()), m_language);
    }

private:
    QString word(PaperWord which) const { return paperWord(which, m_language); }
    QString title() const { return documentTitle(m_request.document, m_language); }
    QString number() const { return paperNumber(m_order.head.number); }
    QString day(Instant at) const { return formatDate(at, m_request.zone, m_language); }

    qreal block(QPointF at, const QString& head, const QStringList& lines, bool firstBold)
    {
        m_flow.text(at, head, small, false, Qt::AlignLeft, PrintInk::Grey);
        qreal y = at.y();
        bool bold = firstBold;
        for (const QString& text : lines) {
            for (const QString& line : printLines(text, body, bold, blockWidth, addressLines)) {
                y += lineStep;
                m_flow.text({at.x(), y}, line, body, bold);
            }
            bold = false;
        }
        return y;
    }

    qreal letterhead(qreal y)
    {
        const QString reprint = reprintText(printedBefore(m_order, m_request.document), m_language);
        m_flow.text({PageFlow::right, y + 6}, title(), 6.4, true, Qt::AlignRight);
        m_flow.text({PageFlow::right, y + 11.5}, number(), 4, true, Qt::AlignRight);
        m_flow.text({PageFlow::right, y + 16}, reprint, body, true, Qt::AlignRight);
        qreal store = y + 1;
        for (const QString& line : printLines(m_request.store.name, 5, true, 110, 2)) {
            store += 5.6;
            m_flow.text({PageFlow::left, store}, line, 5, true);
        }
        for (const QString& line : printLines(senderLines(m_request), body, false, 110, 4)) {
            store += lineStep;
            m_flow.text({PageFlow::left, store}, line, body, false, Qt::AlignLeft, PrintInk::Grey);
        }
        y = std::max(store, y + 17) + 6;
        m_flow.across(y);
        y += 7;

        const ports::OrderAddress& to = m_order.address;
        QStringList place{to.city, QStringList{to.province, to.postcode}.join(u' ').trimmed()};
        place.removeAll(QString());
        QStringList address{to.recipient.isEmpty() ? m_order.head.customerName : to.recipient, to.street,
                            place.join(u", "_s), to.phone};
        address.removeAll(QString());
        QStringList facts{u"%1: %2"_s.arg(word(PaperWord::Date), day(m_order.head.createdAt))};
        if (to.recipient != m_order.head.customerName && !m_order.head.customerName.isEmpty())
            facts << u"%1: %2"_s.arg(word(PaperWord::BilledTo), m_order.head.customerName);
        if (m_invoice && !m_order.paymentMethod.isEmpty())
            facts << u"%1: %2"_s.arg(word(PaperWord::Payment), paperPayment(m_order.paymentMethod, m_language));
        const QString courier = m_order.head.courier.isEmpty() ? paperService(m_order.head.shippingService, m_language)
                                                               : m_order.head.courier;
        if (!courier.isEmpty())
            facts << u"%1: %2"_s.arg(word(PaperWord::Courier), courier);
        if (!m_order.head.trackingNumber.isEmpty())
            facts << u"%1: %2"_s.arg(word(PaperWord::Tracking), m_order.head.trackingNumber);
        const qreal leftEnd = block({PageFlow::left, y}, word(PaperWord::ShipTo), address, true);
        const qreal rightEnd = block({secondBlock, y}, word(PaperWord::Order).arg(number()), facts, false);
        return std::max(leftEnd, rightEnd) + 9;
    }

    qreal tableHead(qreal y)
    {
        const auto head = [&](qreal x, PaperWord which, Qt::AlignmentFlag align) {
            m_flow.text({x, y + 4}, word(which), small, true, align, PrintInk::Grey);
        };
        head(m_invoice ? PageFlow::left : PageFlow::left + 8, PaperWord::Product, Qt::AlignLeft);
        head(m_invoice ? quantityAt : PageFlow::right, PaperWord::Quantity, Qt::AlignRight);
        if (m_invoice) {
            head(priceAt, PaperWord::Price, Qt::AlignRight);
            head(PageFlow::right, PaperWord::Amount, Qt::AlignRight);
        }
        m_flow.across(y + 6, 0.4, PrintInk::Black);
        return y + 6;
    }

    void row(const ports::OrderLine& line)
    {
        const qreal x = m_invoice ? PageFlow::left : PageFlow::left + 8;
        const qreal width = (m_invoice ? quantityAt - 16 : PageFlow::right - 22) - x;
        const QString name = line.optionsLabel.isEmpty() ? line.name : u"%1, %2"_s.arg(line.name, line.optionsLabel);
        const QStringList names = printLines(name, body, false, width, nameLines);
        const int lines = int(names.size()) + (line.sku.isEmpty() ? 0 : 1);
        m_flow.need(lines * lineStep + 2 * rowGap);
        qreal y = m_flow.y() + rowGap;
        const qreal first = y + 3.4;
        if (!m_invoice)
            m_flow.tickBox({PageFlow::left, y});
        const QString quantity = formatCount(line.quantity, m_language);
        m_flow.text({m_invoice ? quantityAt : PageFlow::right, first}, quantity, m_invoice ? body : 4.2, !m_invoice,
                    Qt::AlignRight);
        if (m_invoice) {
            m_flow.text({priceAt, first}, formatRupiah(line.unitPrice), body, false, Qt::AlignRight);
            m_flow.text({PageFlow::right, first}, formatRupiah(line.lineTotal), body, false, Qt::AlignRight);
        }
        for (int i = 0; i < names.size(); ++i)
            m_flow.text({x, first + i * lineStep}, names.at(i), body);
        if (!line.sku.isEmpty())
            m_flow.text({x, first + int(names.size()) * lineStep}, printElided(line.sku, small, false, width), small, false,
                        Qt::AlignLeft, PrintInk::Grey);
        y += lines * lineStep + rowGap;
        m_flow.across(y);
        m_flow.setY(y);
    }

    void total(PaperWord which, const QString& amount, bool bold = false)
    {
        const qreal y = m_flow.y() + (bold ? 7 : 5.4);
        const qreal size = bold ? 4 : body;
        m_flow.text({quantityAt, y}, word(which), size, bold);
        m_flow.text({PageFlow::right, y}, amount, size, bold, Qt::AlignRight);
        m_flow.setY(y);
    }

    void totals()
    {
        m_flow.need(34); // the sums stay together
        m_flow.setY(m_flow.y() + 2);
        total(PaperWord::Subtotal, formatRupiah(m_order.subtotal));
        total(PaperWord::ShippingCost, formatRupiah(m_order.shippingCost));
        if (m_order.discount.rupiah != 0)
            total(PaperWord::Discount, formatRupiah({-m_order.discount.rupiah}));
        total(PaperWord::Total, formatRupiah(m_order.head.total), true);
        m_flow.text({PageFlow::left, m_flow.y()}, word(PaperWord::ThankYou), body, false, Qt::AlignLeft, PrintInk::Grey);
    }

    void pieces()
    {
        m_flow.need(14);
        const qreal y = m_flow.y() + 8;
        qint64 all = 0;
        for (const ports::OrderLine& line : m_order.list)
            all += line.quantity;
        m_flow.text({PageFlow::left, y}, word(PaperWord::CheckNote), small, false, Qt::AlignLeft, PrintInk::Grey);
        m_flow.text({PageFlow::right, y}, paperCount(PaperWord::Pieces, all, m_language), 4, true, Qt::AlignRight);
    }

    const ports::OrderDetail& m_order;
    const PrintRequest& m_request;
    Language m_language;
    bool m_invoice;
    PageFlow m_flow;
};

} // namespace

QList<PrintPage> layOutOrderSheet(const ports::OrderDetail& order, const PrintRequest& request)
{
    return Sheet(order, request).made();
}

} // namespace belanjain::ui
