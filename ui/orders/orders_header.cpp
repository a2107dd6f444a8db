// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/orders_header.h"

#include "common/table_style.h"
#include "common/theme.h"

#include <QPainter>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::OrderColumn;

OrdersHeader::OrdersHeader(const Theme& theme, const tables::OrdersModel& model, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(u"ordersHeader"_s);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setFixedHeight(measure::TableHeader);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

QSize OrdersHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), measure::TableHeader}; }

void OrdersHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const auto column = OrderColumn(section);
    HeaderSection header;
    switch (column) {
    case OrderColumn::Mark: {
        paintHeaderSection(painter, rect, m_theme, {});
        if (m_model.rowCount() == 0)
            return;
        const auto state = m_model.markState();
        header.check = state == Qt::Checked            ? CheckState::On
                       : state == Qt::PartiallyChecked ? CheckState::Partial
                                                       : CheckState::Off;
        paintHeaderSection(painter, rect.adjusted(measure::CellPadding, 0, 0, 0), m_theme, header);
        return;
    }
    case OrderColumn::Number:
        header.text = tr("Number");
        break;
    case OrderColumn::Customer:
        header.text = tr("Customer");
        break;
    case OrderColumn::Pieces:
        header.text = tr("Pieces");
        header.alignment = Qt::AlignRight;
        break;
    case OrderColumn::Total:
        header.text = tr("Total");
        header.alignment = Qt::AlignRight;
        break;
    case OrderColumn::Status:
        header.text = tr("Status");
        break;
    case OrderColumn::When:
        header.text = tr("Placed");
        break;
    }
    if (sortIndicatorSection() == section && m_model.rowCount() > 0)
        header.sort = sortIndicatorOrder();
    paintHeaderSection(painter, rect, m_theme, header);
}

void OrdersHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    const QRect rest = viewport()->rect().adjusted(length() - offset(), 0, 0, 0);
    if (!rest.isEmpty()) {
        QPainter painter(viewport());
        paintHeaderSection(&painter, rest, m_theme, {});
    }
}

} // namespace belanjain::ui
