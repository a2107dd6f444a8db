// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/filter_chips.h"

#include "common/button.h"
#include "common/theme.h"

#include <QHBoxLayout>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostWide = 320;
}

FilterChips::FilterChips(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"filterChips"_s);
    m_row->setContentsMargins(measure::PageMargin, 8, measure::PageMargin, 8);
    m_row->setSpacing(8);
    m_row->addStretch();
    hide();
}

void FilterChips::show(const QList<Chip>& chips)
{
    while (m_row->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_row->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
    }
    for (const Chip& chip : chips) {
        auto* button = new Button(m_theme, QString(), this);
        button->setObjectName(u"chip."_s + chip.key);
        button->setControlSize(Button::Size::Small);
        button->setChosen(true);
        button->setGlyph(Icon::Close);
        button->setText(button->fontMetrics().elidedText(chip.text, Qt::ElideRight, mostWide));
        button->setToolTip(tr("Take this filter away: %1").arg(chip.text));
        button->setAccessibleName(button->toolTip());
        connect(button, &Button::clicked, this, [this, key = chip.key] { Q_EMIT removed(key); });
        m_row->insertWidget(m_row->count() - 1, button);
        button->show();
    }
    setVisible(!chips.isEmpty());
}

} // namespace belanjain::ui
