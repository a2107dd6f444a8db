// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/week_chart.h"

#include "common/language.h"
#include "common/theme.h"
#include "domain/format.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Plot = 112;
constexpr int DayLine = 24;
constexpr int Legend = 20;
constexpr int BarWidth = 12;
constexpr int Gap = 3;

} // namespace

WeekChart::WeekChart(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"weekChart"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize WeekChart::sizeHint() const { return {300, Plot + DayLine + Legend}; }

void WeekChart::show(QDate monday, QDate today, const QList<Money>& days, const QList<Money>& before)
{
    m_monday = monday;
    m_today = today;
    m_days = days;
    m_before = before;
    describe();
    update();
}

void WeekChart::describe()
{
    QStringList all;
    for (int i = 0; i < m_days.size(); ++i)
        all << sentence(i);
    setAccessibleName(tr("Revenue of this week by day"));
    setAccessibleDescription(all.join(u". "_s));
}

QString WeekChart::sentence(int day) const
{
    const QString name = formatLongDate(m_monday.addDays(day), uiLanguage());
    return tr("%1: %2, the week before %3")
        .arg(name, formatRupiah(m_days.value(day)), formatRupiah(m_before.value(day)));
}

int WeekChart::dayAt(int x) const { return std::clamp(x * 7 / std::max(1, width()), 0, 6); }

bool WeekChart::event(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::ToolTip && m_days.size() == 7) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), sentence(dayAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

void WeekChart::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qint64 most = 1;
    for (const QList<Money>& figures : {m_days, m_before}) {
        for (const Money& one : figures)
            most = std::max(most, one.rupiah);
    }
    const QString names[] = {tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")};
    const qreal slot = width() / 7.0;
    const auto bar = [&](qreal left, Money value, bool now) {
        if (value.rupiah <= 0)
            return;
        const qreal height = std::max<qreal>(2, double(value.rupiah) * (Plot - 8) / double(most));
        QRectF rect(left, Plot - height, BarWidth, height);
        painter.setPen(now ? Qt::NoPen : QPen(tokens.bar, 1));
        painter.setBrush(now ? tokens.bar : tokens.paleBar);
        painter.drawRoundedRect(now ? rect : rect.adjusted(0.5, 0.5, -0.5, 0), 2, 2);
    };
    for (int i = 0; i < 7; ++i) {
        const qreal centre = slot * (i + 0.5);
        bar(centre - BarWidth - Gap / 2.0, m_before.value(i), false);
        bar(centre + Gap / 2.0, m_days.value(i), true);
        const bool today = m_monday.addDays(i) == m_today;
        painter.setFont(m_theme.font(today ? TextStyle::Header : TextStyle::Secondary, today ? 600 : 400));
        painter.setPen(today ? tokens.text : tokens.text2);
        painter.drawText(QRectF(slot * i, Plot + 4, slot, DayLine - 4), Qt::AlignCenter, names[i]);
    }
    painter.fillRect(QRectF(0, Plot, width(), 1), tokens.controlBorder);

    painter.setFont(m_theme.font(TextStyle::Secondary));
    int x = 0;
    for (const bool now : {true, false}) {
        const QRectF mark(x + 0.5, Plot + DayLine + 4.5, 11, 11);
        painter.setPen(QPen(tokens.bar, 1));
        painter.setBrush(now ? tokens.bar : tokens.paleBar);
        painter.drawRoundedRect(mark, 2, 2);
        const QString text = now ? tr("This week") : tr("Last week");
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(x + 18, Plot + DayLine, width(), Legend), Qt::AlignVCenter, text);
        x += 18 + painter.fontMetrics().horizontalAdvance(text) + 16;
    }
}

} // namespace belanjain::ui
