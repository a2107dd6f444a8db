// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/status_breakdown.h"

#include "analytics/analytics_words.h"
#include "common/paint.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "domain/format.h"
#include "domain/violation_text.h"
#include "common/language.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarHeight = 12;
constexpr int RowHeight = 32;
constexpr int Side = 15;
constexpr int Gap = 2;
constexpr int Least = 4; ///< px of a state that has any orders
constexpr int CountWidth = 56;

struct Look
{
    Icon icon;
    Tint Tokens::*tint;
};

const std::array<Look, 5> looks{{{Icon::DotCircle, &Tokens::fresh},
                                 {Icon::HalfCircle, &Tokens::processing},
                                 {Icon::Truck, &Tokens::shipped},
                                 {Icon::DoneCircle, &Tokens::done},
                                 {Icon::CancelCircle, &Tokens::cancelled}}};

} // namespace

StatusRow::StatusRow(const Theme& theme, OrderStatus status, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_status(status)
{
    setObjectName(u"status.%1"_s.arg(wireName(status)));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize StatusRow::sizeHint() const { return {240, RowHeight}; }

void StatusRow::show(int count, int total)
{
    m_count = count;
    m_total = total;
    setEnabled(count > 0);
    setCursor(count > 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(u"%1: %2, %3"_s.arg(statusText(m_status, uiLanguage()), formatCount(count, uiLanguage()),
                                          shareText(count, total)));
    update();
}

void StatusRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    if (isEnabled() && (underMouse() || isDown()))
        painter.fillRect(rect(), t.hover);
    const Look& look = looks[size_t(m_status)];
    const QRect inner = rect().adjusted(Side, 0, -Side, 0);
    const bool any = m_count > 0;
    m_theme.paintIcon(&painter, QRect(inner.left(), 0, measure::IconNormal, height()), look.icon,
                      any ? (t.*look.tint).ink : t.placeholder);
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(any ? t.text : t.placeholder);
    painter.drawText(inner.adjusted(measure::IconNormal + 8, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, statusText(m_status, uiLanguage()));
    m_theme.numbers(TextStyle::Bold)
        .paint(&painter, inner, Qt::AlignRight, formatCount(m_count, uiLanguage()));
    painter.setPen(any ? t.text2 : t.placeholder);
    m_theme.numbers(TextStyle::Secondary)
        .paint(&painter, inner.adjusted(0, 0, -CountWidth, 0), Qt::AlignRight, shareText(m_count, m_total));
}

void StatusRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

StatusBreakdown::StatusBreakdown(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_counts(5, 0)
{
    setObjectName(u"statusBreakdown"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, BarHeight + 8, 0, 8);
    column->setSpacing(0);
    for (int i = 0; i < 5; ++i) {
        auto* row = new StatusRow(theme, OrderStatus(i), this);
        connect(row, &StatusRow::clicked, this, [this, i] { Q_EMIT opened(OrderStatus(i)); });
        m_rows.append(row);
        column->addWidget(row);
    }
    column->addStretch(1);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void StatusBreakdown::show(const QList<int>& counts)
{
    m_counts = counts;
    m_counts.resize(5);
    const int total = std::accumulate(m_counts.cbegin(), m_counts.cend(), 0);
    for (int i = 0; i < 5; ++i)
        m_rows[i]->show(m_counts.at(i), total);
    update();
}

void StatusBreakdown::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Tokens& t = m_theme.tokens();
    const QRect room(Side, 0, width() - 2 * Side, BarHeight);
    const int total = std::accumulate(m_counts.cbegin(), m_counts.cend(), 0);
    if (total == 0) {
        painter.setBrush(t.rowLine);
        painter.drawRoundedRect(room, 2, 2);
        return;
    }
    const int kinds = int(std::count_if(m_counts.cbegin(), m_counts.cend(), [](int n) { return n > 0; }));
    const int free = room.width() - (kinds - 1) * Gap - kinds * Least;
    int x = room.left();
    int passed = 0;
    int painted = 0;
    for (int i = 0; i < 5; ++i) {
        if (m_counts.at(i) == 0)
            continue;
        // Ends are rounded, not widths, so that the last one ends where the bar does.
        const int before = int(qint64(free) * passed / total);
        passed += m_counts.at(i);
        ++painted;
        const int width = Least + int(qint64(free) * passed / total) - before;
        painter.setBrush(OrderStatus(i) == OrderStatus::Cancelled ? t.controlBorder : (t.*looks[size_t(i)].tint).ink);
        painter.drawRoundedRect(QRect(x, room.top(), width, BarHeight), 2, 2);
        x += width + Gap;
    }
}

} // namespace belanjain::ui
