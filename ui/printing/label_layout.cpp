// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/label_layout.h"

#include "printing/document_words.h"

#include <algorithm>
#include <cmath>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::PrintedDocument;

namespace {

// Millimetres.
constexpr qreal edge = 2;
constexpr qreal inner = 6;
constexpr qreal thick = 0.5;
constexpr qreal thin = 0.25;
constexpr qreal headHeight = 14.5;
constexpr qreal codeHeight = 29.75;
constexpr qreal recipientLeast = 30.5;
constexpr qreal recipientMost = 42;
constexpr qreal factsHeight = 15.5;
constexpr qreal senderHeight = 26;
constexpr qreal caption = 2.5;
constexpr qreal dot = 0.125; ///< of a 203 dpi label printer
constexpr qreal qrSide = 22;
constexpr qreal quiet = 3; ///< kept free on either side of the bars, beyond the frame's own distance
constexpr qreal lineFactor = 1.33;

qreal onDots(qreal at) { return std::round(at / dot) * dot; }

class Label
{
public:
    Label(const ports::OrderDetail& order, const PrintRequest& request, QSizeF size)
        : m_order(order)
        , m_request(request)
        , m_language(request.language)
        , m_page{size, {}}
        , m_right(size.width() - edge)
        , m_bottom(size.height() - edge)
    {}

    PrintPage made()
    {
        box({edge, edge, m_right - edge, m_bottom - edge}, thick);
        qreal y = edge;
        head(y);
        y += headHeight;
        across(y, thick);
        code(y);
        y += codeHeight;
        across(y, thick);
        y += recipient(y);
        across(y, thin);
        facts(y);
        y += factsHeight;
        across(y, thick);
        sender(y);
        y += senderHeight;
        across(y, thick);
        contents(y);
        return m_page;
    }

private:
    QString word(PaperWord which) const { return paperWord(which, m_language); }
    void text(QPointF at, const QString& what, qreal size, bool bold = false, Qt::AlignmentFlag align = Qt::AlignLeft,
              PrintInk ink = PrintInk::Black, qreal spacing = 0)
    {
        if (!what.isEmpty())
            m_page.items.append(PrintText{at, what, size, bold, ink, align, spacing});
    }
    void box(QRectF rect, qreal pen) { m_page.items.append(PrintBox{rect, false, pen, PrintInk::Black}); }
    void across(qreal y, qreal pen) { m_page.items.append(PrintLine{{edge, y}, {m_right, y}, pen, PrintInk::Black}); }
    void down(qreal x, qreal from, qreal to)
    {
        m_page.items.append(PrintLine{{x, from}, {x, to}, thin, PrintInk::Black});
    }

    void head(qreal y)
    {
        m_page.items.append(PrintMark{{inner, y + 4, 7, 7}});
        text({inner + 9, y + 9}, u"Belanjain"_s, 4.2, true);
        const QString service = paperService(m_order.head.shippingService, m_language);
        const QString courier = m_order.head.courier;
        const QString known = courier.isEmpty() ? service : courier;
        const QString main = known.isEmpty() ? u"%1: –"_s.arg(word(PaperWord::Courier)) : known;
        const qreal width = m_right - 4 - inner - 36;
        const qreal size = known.isEmpty() || printWidth(main, 5, true) > width ? 3.6 : 5;
        const bool two = !courier.isEmpty() && !service.isEmpty() && service != courier;
        text({m_right - 4, y + (two ? 7.5 : 9.2)}, printElided(main, size, true, width), size, true, Qt::AlignRight);
        if (two)
            text({m_right - 4, y + 12}, printElided(service, 2.75, false, width), 2.75, false, Qt::AlignRight);
    }

    void code(qreal y)
    {
        const bool tracked = !m_order.head.trackingNumber.isEmpty();
        const QString number = tracked ? m_order.head.trackingNumber : paperNumber(m_order.head.number);
        const qreal room = m_right - edge - 2 * quiet;
        const auto bars = code128(number);
        const qreal module = bars ? std::min(std::floor(room / bars->columns / dot), 4.0) * dot : 0;
        const qreal middle = m_page.size.width() / 2;
        if (bars && module >= dot)
            m_page.items.append(
                PrintCode{{onDots(middle - bars->columns * module / 2), onDots(y + 3)}, *bars, module, 18.5});
        const qreal spacing = 0.5;
        qreal size = 4;
        while (size > 2.2 && printWidth(number, size, true, spacing) > room)
            size -= 0.2;
        text({middle, y + 26.5 - (tracked ? 0 : 1.2)}, number, size, true, Qt::AlignHCenter, PrintInk::Black, spacing);
        if (!tracked)
            text({middle, y + 28.1}, word(PaperWord::NoNumber), 2, false, Qt::AlignHCenter);
    }

    /// Gives the height it took.
    qreal recipient(qreal top)
    {
        const ports::OrderAddress& to = m_order.address;
        const QString name = to.recipient.isEmpty() ? m_order.head.customerName : to.recipient;
        const qreal width = m_right - inner - 4;
        qreal y = top + 5;
        text({inner, y}, word(PaperWord::Recipient), caption, true);
        qreal nameSize = 5.5;
        while (nameSize > 4.2 && printWidth(name, nameSize, true) > width)
            nameSize -= 0.4;
        for (const QString& line : printLines(name, nameSize, true, width, 2)) {
            y += nameSize * 1.18;
            text({inner, y}, line, nameSize, true);
        }
        if (!to.phone.isEmpty()) {
            y += 5;
            text({inner, y}, printElided(to.phone, 3.75, true, width), 3.75, true);
        }
        y += 0.8;
        QStringList place{to.city, to.province};
        place.removeAll(QString());
        const QString address = to.street.trimmed() + u'\n' + place.join(u", "_s);
        const qreal room = top + recipientMost - 1.5 - y;
        qreal size = 3.75;
        QStringList lines;
        for (bool cut = true; cut; size -= 0.35) {
            const int most = std::max(1, int(room / (size * lineFactor)));
            lines = printLines(address, size, false, width, most, &cut);
            if (size < 2.5)
                break;
            if (!cut)
                break;
        }
        for (const QString& line : std::as_const(lines)) {
            y += size * lineFactor;
            text({inner, y}, line, size);
        }
        return std::clamp(y + 2.5 - top, recipientLeast, recipientMost);
    }

    void facts(qreal y)
    {
        const qreal weightAt = 38.25;
        const qreal shippingAt = 68;
        const qreal bottom = y + factsHeight;
        text({inner, y + 4}, word(PaperWord::Postcode), caption, true);
        const QString postcode = m_order.address.postcode.isEmpty() ? u"–"_s : m_order.address.postcode;
        text({inner, y + 12.6}, printElided(postcode, 8, true, weightAt - inner - 1), 8, true, Qt::AlignLeft,
             PrintInk::Black, 0.1);
        down(weightAt, y, bottom);
        qint64 grams = 0;
        for (const ports::OrderLine& line : m_order.list)
            grams += qint64(line.weightGrams) * line.quantity;
        const QString weight = paperWeight(grams, m_language);
        text({weightAt + 3.75, y + 4}, word(PaperWord::Weight), caption, true);
        text({weightAt + 3.75, y + 11.8}, weight.isEmpty() ? u"–"_s : weight, 5, true);
        const bool cash = m_order.paymentMethod == u"COD";
        m_page.items.append(
            PrintBox{{shippingAt, y, m_right - shippingAt, factsHeight}, !cash, thin, PrintInk::Black});
        const PrintInk ink = cash ? PrintInk::Black : PrintInk::White;
        const qreal at = shippingAt + 3.5;
        text({at, y + 4}, cash ? u"COD"_s : word(PaperWord::Shipping), caption, true, Qt::AlignLeft, ink);
        const QString said = cash ? formatRupiah(m_order.head.total) : word(PaperWord::Paid);
        qreal size = 5;
        while (size > 2.5 && printWidth(said, size, true) > m_right - at - 3.5)
            size -= 0.25;
        text({at, y + 11.8}, said, size, true, Qt::AlignLeft, ink);
    }

    void sender(qreal y)
    {
        const qreal codeAt = m_right - qrSide - 7.5;
        text({inner, y + 5}, word(PaperWord::Sender), caption, true);
        const qreal width = codeAt - inner - 2;
        qreal line = y + 9;
        for (const QString& name : printLines(m_request.store.name, 3.4, true, width, 2)) {
            text({inner, line}, name, 3.4, true);
            line += 4.3;
        }
        const int room = int((senderHeight - 0.4 - (line - y)) / 4) + 1;
        for (const QString& place : printLines(senderLines(m_request), 3, false, width, room)) {
            text({inner, line}, place, 3);
            line += 4;
        }
        down(codeAt, y, y + senderHeight);
        const auto qr = qrCode(paperNumber(m_order.head.number));
        if (!qr)
            return;
        const qreal module = std::floor(qrSide / qr->columns / dot) * dot;
        const qreal side = module * qr->columns;
        const qreal middle = (codeAt + m_right) / 2;
        m_page.items.append(
            PrintCode{{onDots(middle - side / 2), onDots(y + (senderHeight - side) / 2)}, *qr, module, 0});
    }

    void contents(qreal y)
    {
        const qreal right = m_right - 4;
        const qreal foot = m_bottom - 3.2;
        text({inner, y + 5.2}, word(PaperWord::Contents), caption, true);
        const QString number = word(PaperWord::Order).arg(paperNumber(m_order.head.number));
        text({right, y + 5.2}, printElided(number, 3, true, 56), 3, true, Qt::AlignRight);
        const qreal step = 4.4;
        const int room = std::max(1, int((foot - 4.2 - (y + 5.6)) / step));
        const int lines = int(m_order.list.size());
        const int shown = lines <= room ? lines : room - 1;
        qreal line = y + 5.6;
        // Lines that nothing else needs are for names longer than one.
        int spare = shown < lines ? 0 : room - lines;
        const qreal width = right - inner - 9;
        for (int i = 0; i < shown; ++i) {
            const ports::OrderLine& one = m_order.list.at(i);
            line += step;
            text({inner, line}, u"%1 ×"_s.arg(one.quantity), 2.9, true);
            const QString name = one.optionsLabel.isEmpty() ? one.name : u"%1, %2"_s.arg(one.name, one.optionsLabel);
            const QStringList parts = printLines(name, 2.9, false, width, 1 + std::min(spare, 1));
            for (qsizetype part = 0; part < parts.size(); ++part) {
                if (part > 0) {
                    line += step;
                    --spare;
                }
                text({inner + 9, line}, parts.at(part), 2.9);
            }
        }
        if (shown < lines) {
            qint64 rest = 0;
            for (int i = shown; i < lines; ++i)
                rest += m_order.list.at(i).quantity;
            line += step;
            text({inner + 9, line}, paperCount(PaperWord::More, rest, m_language), 2.9);
        }
        const QString when = word(PaperWord::Printed)
                                 .arg(u"%1, %2"_s.arg(formatDate(m_request.printedAt, m_request.zone, m_language),
                                                      formatTime(m_request.printedAt, m_request.zone, m_language)));
        text({inner, foot}, when, 2.4);
        text({right, foot}, reprintText(printedBefore(m_order, PrintedDocument::Label), m_language), 2.4, true,
             Qt::AlignRight);
    }

    const ports::OrderDetail& m_order;
    const PrintRequest& m_request;
    Language m_language;
    PrintPage m_page;
    qreal m_right;
    qreal m_bottom;
};

} // namespace

PrintPage layOutLabel(const ports::OrderDetail& order, const PrintRequest& request, QSizeF size)
{
    return Label(order, request, size).made();
}

} // namespace belanjain::ui
