// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/print_page.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

/// What stands on paper does not follow the theme.
QColor inkOf(PrintInk ink)
{
    switch (ink) {
    case PrintInk::Black:
        return Qt::black;
    case PrintInk::Grey:
        return QColor::fromRgb(0x59, 0x59, 0x59);
    case PrintInk::White:
        break;
    }
    return Qt::white;
}

QFont spaced(const PrintText& text)
{
    QFont font = printFont(text.size, text.bold);
    if (text.spacing > 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, text.spacing * unitsPerMm);
    return font;
}

class Painter
{
public:
    Painter(QPainter& painter, qreal pxPerMm)
        : m_painter(painter)
        , m_px(pxPerMm)
    {}

    void operator()(const PrintText& text) const
    {
        m_painter.save();
        m_painter.scale(m_px / unitsPerMm, m_px / unitsPerMm);
        const QFont font = spaced(text);
        m_painter.setFont(font);
        m_painter.setPen(inkOf(text.ink));
        QPointF at = text.at * unitsPerMm;
        const qreal width = QFontMetricsF(font).horizontalAdvance(text.text);
        if (text.align == Qt::AlignRight)
            at.rx() -= width;
        else if (text.align == Qt::AlignHCenter)
            at.rx() -= width / 2;
        m_painter.drawText(at, text.text);
        m_painter.restore();
    }
    void operator()(const PrintBox& box) const
    {
        const QRectF rect(box.rect.topLeft() * m_px, box.rect.size() * m_px);
        if (box.filled) {
            m_painter.fillRect(rect, inkOf(box.ink));
            return;
        }
        m_painter.setPen(QPen(inkOf(box.ink), box.pen * m_px, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(rect);
    }
    void operator()(const PrintLine& line) const
    {
        m_painter.setPen(QPen(inkOf(line.ink), line.pen * m_px, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(line.from * m_px, line.to * m_px);
    }
    void operator()(const PrintCode& code) const
    {
        // Whole device dots where the device has enough of them, or bars come out of unequal width.
        const qreal exact = code.module * m_px;
        const qreal module = exact >= 1 ? std::floor(exact + 0.01) : exact;
        const qreal high = code.modules.rows == 1 ? std::round(code.height * m_px) : module;
        const qreal lost = code.modules.columns * (exact - module) / 2;
        const QPointF at(std::round(code.at.x() * m_px + lost), std::round(code.at.y() * m_px));
        for (int row = 0; row < code.modules.rows; ++row) {
            for (int column = 0; column < code.modules.columns; ++column) {
                int run = 0;
                while (column + run < code.modules.columns && code.modules.at(column + run, row))
                    ++run;
                if (run > 0)
                    m_painter.fillRect(QRectF(at.x() + column * module, at.y() + row * high, run * module, high),
                                       Qt::black);
                column += run;
            }
        }
    }
    void operator()(const PrintMark& mark) const
    {
        m_painter.save();
        m_painter.translate(mark.rect.topLeft() * m_px);
        m_painter.scale(mark.rect.width() * m_px / 24, mark.rect.height() * m_px / 24);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(Qt::black);
        m_painter.drawRoundedRect(QRectF(0, 0, 24, 24), 5, 5);
        m_painter.translate(12, 12);
        m_painter.setBrush(Qt::white);
        for (int petal = 0; petal < 6; ++petal) {
            m_painter.drawEllipse(QPointF(0, -5), 2.6, 3.6);
            m_painter.rotate(60);
        }
        m_painter.setBrush(Qt::black);
        m_painter.drawEllipse(QPointF(0, 0), 2.4, 2.4);
        m_painter.restore();
    }

private:
    QPainter& m_painter;
    qreal m_px;
};

} // namespace

QString PrintPage::text() const
{
    QStringList lines;
    for (const PrintItem& item : items) {
        if (const auto* text = std::get_if<PrintText>(&item))
            lines << text->text;
    }
    return lines.join(u'\n');
}

PrintItem moved(const PrintItem& item, QPointF by)
{
    PrintItem there = item;
    if (auto* text = std::get_if<PrintText>(&there)) {
        text->at += by;
    } else if (auto* box = std::get_if<PrintBox>(&there)) {
        box->rect.translate(by);
    } else if (auto* line = std::get_if<PrintLine>(&there)) {
        line->from += by;
        line->to += by;
    } else if (auto* code = std::get_if<PrintCode>(&there)) {
        code->at += by;
    } else if (auto* mark = std::get_if<PrintMark>(&there)) {
        mark->rect.translate(by);
    }
    return there;
}

QFont printFont(qreal size, bool bold)
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Segoe UI"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setPixelSize(std::max(1, qRound(size * unitsPerMm)));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Inter puts another hyphen between digits and capitals, which a PDF then does not know as text: a phone number
    // or an SKU could neither be searched for nor copied. Scripts that need shaping have it all the same.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

qreal printWidth(const QString& text, qreal size, bool bold, qreal spacing)
{
    return QFontMetricsF(printFont(size, bold)).horizontalAdvance(text) / unitsPerMm + spacing * text.size();
}

QString printElided(const QString& text, qreal size, bool bold, qreal width)
{
    return QFontMetricsF(printFont(size, bold)).elidedText(text, Qt::ElideRight, width * unitsPerMm);
}

QStringList printLines(const QString& text, qreal size, bool bold, qreal width, int most, bool* cut)
{
    QStringList lines;
    if (cut)
        *cut = false;
    for (const QString& paragraph : text.split(u'\n', Qt::SkipEmptyParts)) {
        QTextLayout layout(paragraph, printFont(size, bold));
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width * unitsPerMm);
            if (lines.size() == most) {
                if (cut)
                    *cut = true;
                // What would have followed is said to be there.
                lines.last() = printElided(lines.constLast() + u' ' + paragraph.mid(line.textStart()), size, bold, width);
                return lines;
            }
            lines << paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    return lines;
}

void paintPage(QPainter& painter, const PrintPage& page, qreal pxPerMm)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const Painter paint(painter, pxPerMm);
    for (const PrintItem& item : page.items) {
        painter.setRenderHint(QPainter::Antialiasing, !std::holds_alternative<PrintCode>(item));
        std::visit(paint, item);
    }
    painter.restore();
}

} // namespace belanjain::ui
