// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/order_lines_card.h"

#include "common/language.h"
#include "common/paint.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/format.h"
#include "orders/order_words.h"

#include <QPainter>
#include <QPainterPath>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 48;
constexpr int sumHeight = 22;
constexpr int padding = 12;
constexpr int gap = 10;

QString countText(const ports::OrderLine& line) { return u"%1 ×"_s.arg(formatCount(line.quantity, uiLanguage())); }

} // namespace

OrderLinesCard::OrderLinesCard(const Theme& theme, ThumbnailSource* thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
{
    setObjectName(u"orderLines"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, this, qOverload<>(&QWidget::update));
}

QSize OrderLinesCard::sizeHint() const
{
    return {360, int(m_lines.size()) * lineHeight + int(m_sums.size()) * sumHeight + padding};
}

void OrderLinesCard::show(const ports::OrderDetail& order)
{
    m_lines = order.list;
    m_sums = {{tr("Subtotal"), formatRupiah(order.subtotal)}};
    const QString service = serviceWord(order.head.shippingService);
    m_sums.append({service.isEmpty() ? tr("Shipping") : tr("Shipping, %1").arg(service), formatRupiah(order.shippingCost)});
    if (order.discount.rupiah != 0)
        m_sums.append({tr("Discount"), formatRupiah(-order.discount)});
    m_sums.append({tr("Total"), formatRupiah(order.head.total), true});
    QStringList spoken;
    for (const ports::OrderLine& line : std::as_const(m_lines))
        spoken << u"%1 × %2, %3"_s.arg(line.quantity).arg(line.name, formatRupiah(line.lineTotal));
    setAccessibleName(spoken.join(u"; "_s));
    updateGeometry();
    update();
}

void OrderLinesCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = m_theme.tokens();
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::RadiusCard, measure::RadiusCard);
    painter.fillPath(card, tokens.raised);
    painter.setClipPath(card);
    const int linesHeight = int(m_lines.size()) * lineHeight;
    // Only as wide as the widest of them: the names need the room.
    const QFontMetrics counts(m_theme.font(TextStyle::Bold));
    const NumberFont& amounts = m_theme.numbers(TextStyle::Strong);
    int countWidth = 0;
    int amountWidth = 0;
    for (const ports::OrderLine& line : std::as_const(m_lines)) {
        countWidth = std::max(countWidth, counts.horizontalAdvance(countText(line)));
        amountWidth = std::max(amountWidth, qCeil(amounts.width(formatRupiah(line.lineTotal))));
    }
    painter.fillRect(0, 0, width(), linesHeight, tokens.surface);
    for (int i = 0; i < m_lines.size(); ++i) {
        const ports::OrderLine& line = m_lines.at(i);
        const QRect row(0, i * lineHeight, width(), lineHeight);
        const QRect tile(padding, row.top() + (lineHeight - measure::Thumbnail) / 2, measure::Thumbnail, measure::Thumbnail);
        QPixmap photo;
        if (m_thumbnails && !line.imageHash.isEmpty())
            photo = m_thumbnails->thumbnail(line.imageHash, measure::Thumbnail, devicePixelRatioF());
        paintTile(&painter, tile, m_theme, photo, Icon::Box, measure::IconNormal);
        painter.setPen(tokens.text);
        painter.setFont(m_theme.font(TextStyle::Bold));
        const QRect count(tile.right() + 1 + gap, row.top(), countWidth, lineHeight);
        painter.drawText(count, Qt::AlignRight | Qt::AlignVCenter, countText(line));
        const QRect amount(row.right() + 1 - padding - amountWidth, row.top(), amountWidth, lineHeight);
        amounts.paint(&painter, amount, Qt::AlignRight | Qt::AlignVCenter, formatRupiah(line.lineTotal));
        const int left = count.right() + 1 + gap;
        const QRect words(left, row.top() + 6, amount.left() - gap - left, lineHeight - 12);
        painter.setFont(m_theme.font(TextStyle::Strong));
        painter.drawText(words.adjusted(0, 0, 0, -words.height() / 2), Qt::AlignLeft | Qt::AlignVCenter,
                         elideAtWord(line.name, painter.fontMetrics(), words.width()));
        QStringList parts{line.optionsLabel, line.sku};
        parts.removeAll(QString());
        painter.setFont(m_theme.font(TextStyle::Secondary));
        painter.setPen(tokens.text2);
        painter.drawText(words.adjusted(0, words.height() / 2, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         elideAtWord(parts.join(u" · "_s), painter.fontMetrics(), words.width()));
        painter.fillRect(0, row.bottom(), width(), 1, tokens.line);
    }
    for (int i = 0; i < m_sums.size(); ++i) {
        const QRect row(padding, linesHeight + padding / 2 + i * sumHeight, width() - 2 * padding, sumHeight);
        const Sum& sum = m_sums.at(i);
        painter.setPen(sum.strong ? tokens.text : tokens.text2);
        painter.setFont(m_theme.font(sum.strong ? TextStyle::Bold : TextStyle::Body));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, sum.word);
        m_theme.numbers(sum.strong ? TextStyle::Bold : TextStyle::Body)
            .paint(&painter, row, Qt::AlignRight | Qt::AlignVCenter, sum.amount);
    }
    painter.setClipping(false);
    painter.setPen(tokens.line);
    painter.drawPath(card);
}

} // namespace belanjain::ui
