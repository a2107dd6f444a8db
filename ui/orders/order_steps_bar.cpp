// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/order_steps_bar.h"

#include "common/language.h"
#include "common/paint.h"
#include "common/theme.h"
#include "domain/format.h"

#include <QPainter>

namespace belanjain::ui {

namespace {

constexpr int dotPx = 20;
constexpr int dotGap = 8;
constexpr int stepGap = 12;
constexpr int barHeight = 40;

QString shortTime(Instant at, Instant placed, const QTimeZone& zone)
{
    const Language language = uiLanguage();
    const bool sameDay = formatDate(at, zone, language) == formatDate(placed, zone, language);
    return sameDay ? formatTime(at, zone, language) : formatDate(at, zone, language).chopped(5);
}

} // namespace

OrderStepsBar::OrderStepsBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize OrderStepsBar::sizeHint() const { return {360, barHeight}; }

void OrderStepsBar::show(const ports::OrderDetail& order, const QTimeZone& zone)
{
    m_steps.clear();
    bool nextTold = false;
    const auto add = [&](const QString& done, const QString& next, const std::optional<Instant>& at) {
        Step step{.word = m_words.value(m_steps.size(), at ? done : next)};
        if (at) {
            step.state = Step::State::Done;
            step.time = shortTime(*at, order.head.createdAt, zone);
        } else if (!nextTold && order.head.status != OrderStatus::Cancelled) {
            step.state = Step::State::Next;
            step.time = tr("Next");
            nextTold = true;
        } else {
            step.time = QStringLiteral("–");
        }
        m_steps.append(step);
    };
    add(tr("Placed"), tr("Placed"), order.head.createdAt);
    add(tr("Processed"), tr("Process"), order.processedAt);
    if (order.head.status == OrderStatus::Cancelled) {
        m_steps.append({tr("Cancelled"), order.cancelledAt ? shortTime(*order.cancelledAt, order.head.createdAt, zone) : QString(),
                        Step::State::Cancelled});
    } else {
        add(tr("Shipped"), tr("Ship"), order.shippedAt);
        add(tr("Delivered"), tr("Deliver"), order.deliveredAt);
    }
    QStringList words;
    for (const Step& step : std::as_const(m_steps))
        words << step.word + u' ' + step.time;
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

void OrderStepsBar::paintEvent(QPaintEvent*)
{
    if (m_steps.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = m_theme.tokens();
    const QFontMetrics words(m_theme.font(TextStyle::Strong));
    const QFontMetrics times(m_theme.font(TextStyle::Secondary));
    QList<int> wanted;
    int spare = width();
    for (const Step& one : std::as_const(m_steps)) {
        wanted << dotPx + dotGap + std::max(words.horizontalAdvance(one.word), times.horizontalAdvance(one.time)) + stepGap;
        spare -= wanted.constLast();
    }
    int x = 0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const Step& one = m_steps.at(i);
        const int step = wanted.at(i) + spare / int(m_steps.size());
        const QRect dot(x, 6, dotPx, dotPx);
        x += step;
        const bool done = one.state == Step::State::Done;
        const bool next = one.state == Step::State::Next;
        if (done || one.state == Step::State::Cancelled) {
            const Tint& tint = done ? tokens.done : tokens.cancelled;
            painter.setPen(Qt::NoPen);
            painter.setBrush(tint.ink);
            painter.drawEllipse(dot);
            m_theme.paintIcon(&painter, dot, done ? Icon::Check : Icon::Close, tokens.surface, measure::IconSmall);
        } else {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(next ? tokens.accentText : tokens.controlBorder, next ? 2 : 1));
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1));
        }
        const QRect text(dot.right() + dotGap, 0, step - dotPx - stepGap, barHeight);
        painter.setFont(m_theme.font(TextStyle::Strong));
        painter.setPen(next ? tokens.accentText : done ? tokens.text : tokens.text2);
        painter.drawText(text.adjusted(0, 0, 0, -barHeight / 2), Qt::AlignLeft | Qt::AlignVCenter,
                         elideAtWord(one.word, painter.fontMetrics(), text.width()));
        painter.setFont(m_theme.font(TextStyle::Secondary));
        painter.setPen(tokens.text2);
        painter.drawText(text.adjusted(0, barHeight / 2 - 2, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         elideAtWord(one.time, painter.fontMetrics(), text.width()));
    }
}

} // namespace belanjain::ui
