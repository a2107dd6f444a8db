// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/figure_strip.h"

#include "analytics/analytics_words.h"
#include "common/labels.h"
#include "common/theme.h"
#include "domain/format.h"
#include "common/language.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

FigureTile::FigureTile(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(makeLabel(theme, {}, TextStyle::Body, u"secondary"_s, this))
    , m_value(makeLabel(theme, {}, TextStyle::Figure, {}, this))
    , m_arrow(new IconLabel(theme, Icon::ChevronUp, &Tokens::text2, measure::IconSmall, this))
    , m_change(makeLabel(theme, {}, TextStyle::Header, {}, this))
    , m_before(new ElidedLabel(theme, {}, TextStyle::Secondary, this))
{
    setObjectName(name);
    m_value->setObjectName(name + u".value"_s);
    m_value->setFont(theme.tabularFont(TextStyle::Figure));
    m_before->setInk(&Tokens::text2);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(m_arrow);
    line->addWidget(m_change);
    line->addWidget(m_before, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(0);
    column->addWidget(m_name);
    column->addWidget(m_value);
    column->addLayout(line);
}

void FigureTile::setName(const QString& name, const QString& explanation)
{
    m_name->setText(name);
    setToolTip(explanation);
}

void FigureTile::setValue(const QString& value, qint64 now, qint64 then, const QString& before)
{
    m_value->setText(value);
    const auto change = changePermille(now, then);
    const bool rose = change && *change > 0;
    const bool fell = change && *change < 0;
    m_arrow->setVisible(rose || fell);
    m_arrow->setIcon(fell ? Icon::ChevronDown : Icon::ChevronUp);
    m_arrow->setTint(fell ? &Tokens::out : &Tokens::done);
    m_change->setVisible(change.has_value());
    m_change->setText(change ? percentText(*change, true) : QString());
    setInk(m_change, rose ? u"done"_s : fell ? u"out"_s : u"secondary"_s);
    m_before->setText(before);
    setAccessibleName(u"%1: %2. %3"_s.arg(m_name->text(), value, comparison()));
}

QString FigureTile::value() const { return m_value->text(); }

QString FigureTile::comparison() const
{
    const QString change = m_change->text();
    return change.isEmpty() ? m_before->text() : u"%1 %2"_s.arg(change, m_before->text());
}

FigureStrip::FigureStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QString& name : {u"figure.booked"_s, u"figure.completed"_s, u"figure.orders"_s, u"figure.average"_s}) {
        if (!m_tiles.isEmpty()) {
            auto* divider = new QFrame(this);
            divider->setObjectName(u"vline"_s);
            row->addWidget(divider);
            row->addSpacing(measure::PageMargin);
        }
        m_tiles.append(new FigureTile(theme, name, this));
        row->addWidget(m_tiles.constLast(), 1);
    }
}

void FigureStrip::show(const ports::SalesReport& report)
{
    const SalesFigures& now = report.total;
    const SalesFigures& then = report.totalBefore;
    const auto average = [](const SalesFigures& f) {
        return Money{f.orders > 0 ? (2 * f.booked.rupiah + f.orders) / (2 * f.orders) : 0};
    };
    const auto from = [&](qint64 before, const QString& text) {
        return before > 0 ? tr("from %1").arg(text) : tr("nothing in the period before");
    };
    const auto money = [&](FigureTile* tile, Money a, Money b) {
        tile->setValue(formatRupiah(a), a.rupiah, b.rupiah, from(b.rupiah, formatRupiah(b)));
    };
    m_tiles[0]->setName(tr("Ordered revenue"),
                        tr("Goods of the orders placed in these days, without shipping and without cancelled orders"));
    m_tiles[1]->setName(tr("Completed revenue"),
                        tr("Goods of the orders delivered in these days, whenever they were placed"));
    m_tiles[2]->setName(tr("Orders, without cancelled ones"), tr("Orders placed in these days that were not cancelled"));
    m_tiles[3]->setName(tr("Average per order"), tr("Ordered revenue divided by orders"));
    money(m_tiles[0], now.booked, then.booked);
    money(m_tiles[1], now.completed, then.completed);
    const auto count = [](qint64 n) { return formatCount(n, uiLanguage()); };
    m_tiles[2]->setValue(count(now.orders), now.orders, then.orders, from(then.orders, count(then.orders)));
    money(m_tiles[3], average(now), average(then));
}

QList<FigureStrip::Shown> FigureStrip::shown() const
{
    QList<Shown> all;
    for (const FigureTile* tile : m_tiles)
        all.append({tile->accessibleName().section(u": "_s, 0, 0), tile->value(), tile->comparison()});
    return all;
}

} // namespace belanjain::ui
