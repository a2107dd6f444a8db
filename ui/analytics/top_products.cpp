// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/top_products.h"

#include "common/focus_ring.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "domain/format.h"
#include "common/language.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Side = 8; ///< with the cell's own padding of 8, text stands 16 from the card's edge
constexpr int UnitsWidth = 84;
constexpr int RevenueWidth = 124;
constexpr int BarHeight = 8;
constexpr int UsualRows = 8;

} // namespace

TopProducts::TopProducts(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"topProducts"_s);
    setProperty(FocusRing::OwnFocus, true);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QSize TopProducts::sizeHint() const { return {520, measure::TableHeader + UsualRows * measure::Row}; }

QSize TopProducts::minimumSizeHint() const { return {420, measure::TableHeader + UsualRows * measure::Row}; }

void TopProducts::show(const QList<ports::TopProduct>& products, ports::TopBy by)
{
    m_products = products;
    m_by = by;
    m_current = std::min(m_current, int(m_products.size()) - 1);
    setAccessibleName(tr("Best sellers"));
    update();
}

int TopProducts::shownRows() const
{
    return std::min(int(m_products.size()), std::max(0, (height() - measure::TableHeader) / measure::Row));
}

TopProducts::Columns TopProducts::columns(int top, int height) const
{
    const int free = width() - 2 * Side - UnitsWidth - RevenueWidth;
    const int name = std::max(120, free * 58 / 100);
    Columns c;
    c.name = {Side, top, name, height};
    c.units = {c.name.right() + 1, top, UnitsWidth, height};
    c.revenue = {c.units.right() + 1, top, RevenueWidth, height};
    c.share = QRect(c.revenue.right() + 1, top, width() - Side - c.revenue.right() - 1, height);
    return c;
}

void TopProducts::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    const QRect head(0, 0, width(), measure::TableHeader);
    painter.fillRect(head, t.raised);
    const Columns h = columns(0, measure::TableHeader);
    const auto arrow = [this](ports::TopBy by) {
        return m_by == by ? std::optional(Qt::DescendingOrder) : std::nullopt;
    };
    paintHeaderSection(&painter, QRect(0, 0, h.name.left(), head.height()), m_theme, {});
    paintHeaderSection(&painter, h.name, m_theme, {.text = tr("Product")});
    paintHeaderSection(&painter, h.units, m_theme,
                       {.text = tr("Sold"), .alignment = Qt::AlignRight, .sort = arrow(ports::TopBy::Units)});
    paintHeaderSection(&painter, h.revenue, m_theme,
                       {.text = tr("Revenue"), .alignment = Qt::AlignRight, .sort = arrow(ports::TopBy::Revenue)});
    paintHeaderSection(&painter, h.share.adjusted(0, 0, Side, 0), m_theme, {.text = tr("Share")});

    const int rows = shownRows();
    for (int i = 0; i < rows; ++i) {
        const ports::TopProduct& one = m_products.at(i);
        const QRect row(0, measure::TableHeader + i * measure::Row, width(), measure::Row);
        const Columns c = columns(row.top(), row.height());
        paintRow(&painter, row, m_theme,
                 {.selected = m_keyboard && i == m_current, .hovered = i == m_hovered, .last = i == rows - 1});
        paintTextCell(&painter, c.name, m_theme, one.name, CellInk::Text, TextStyle::Strong);
        paintNumberCell(&painter, c.units, m_theme, formatCount(one.units, uiLanguage()),
                        m_by == ports::TopBy::Units ? CellInk::Text : CellInk::Secondary);
        paintNumberCell(&painter, c.revenue, m_theme, formatRupiah(one.revenue),
                        m_by == ports::TopBy::Revenue ? CellInk::Text : CellInk::Secondary);
        paintShare(painter, c.share, one);
        if (m_keyboard && i == m_current)
            paintCellFocus(&painter, row, m_theme);
    }
    if (m_products.isEmpty()) {
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(t.text2);
        painter.drawText(rect().adjusted(0, measure::TableHeader, 0, 0), Qt::AlignCenter,
                         tr("Nothing was sold in these days."));
    }
}

void TopProducts::paintShare(QPainter& painter, const QRect& cell, const ports::TopProduct& product) const
{
    const auto measured = [this](const ports::TopProduct& p) {
        return m_by == ports::TopBy::Units ? p.units : p.revenue.rupiah;
    };
    const qint64 most = std::max<qint64>(1, measured(m_products.constFirst()));
    const QRect room = cell.adjusted(measure::CellPadding, 0, -measure::CellPadding, 0);
    const int length = std::max(2, int(room.width() * double(measured(product)) / double(most)));
    const QRectF bar(room.left(), room.center().y() - BarHeight / 2 + 1, length, BarHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().bar);
    painter.drawRoundedRect(bar, 2, 2);
    painter.restore();
}

int TopProducts::rowAt(const QPoint& position) const
{
    const int below = position.y() - measure::TableHeader;
    const int row = below / measure::Row;
    return below >= 0 && row < shownRows() ? row : -1;
}

void TopProducts::setCurrent(int row)
{
    if (m_products.isEmpty())
        return;
    m_current = std::clamp(row, 0, std::max(0, shownRows() - 1));
    const ports::TopProduct& one = m_products.at(m_current);
    setAccessibleDescription(tr("%1, %2 sold, %3")
                                 .arg(one.name, formatCount(one.units, uiLanguage()), formatRupiah(one.revenue)));
    update();
}

void TopProducts::mouseMoveEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (row != m_hovered) {
        m_hovered = row;
        update();
    }
}

void TopProducts::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row >= 0)
        Q_EMIT opened(m_products.at(row));
}

void TopProducts::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void TopProducts::keyPressEvent(QKeyEvent* event)
{
    m_keyboard = true;
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrent(m_current - 1);
        break;
    case Qt::Key_Down:
        setCurrent(m_current + 1);
        break;
    case Qt::Key_Home:
        setCurrent(0);
        break;
    case Qt::Key_End:
        setCurrent(shownRows() - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0 && m_current < shownRows())
            Q_EMIT opened(m_products.at(m_current));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TopProducts::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    setCurrent(std::max(0, m_current));
}

void TopProducts::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_keyboard = false;
    update();
}

bool TopProducts::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), m_products.at(row).name, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace belanjain::ui
