// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventory_header.h"

#include "common/table_style.h"
#include "common/theme.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::InventoryColumn;

namespace {
constexpr int FixedColumns = 2;
}

InventoryHeader::InventoryHeader(const Theme& theme, const tables::InventoryModel& model, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(u"inventoryHeader"_s);
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setMouseTracking(true);
    setFixedHeight(measure::TableHeader);
    connect(this, &QHeaderView::sectionClicked, this, &InventoryHeader::clicked);
    connect(this, &QHeaderView::sectionMoved, this, &InventoryHeader::keepFixedColumns);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void InventoryHeader::showSort(InventoryColumn column, Qt::SortOrder order)
{
    setSortIndicator(int(column), order);
    viewport()->update();
}

QSize InventoryHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), measure::TableHeader}; }

void InventoryHeader::clicked(int section)
{
    const auto column = InventoryColumn(section);
    if (column == InventoryColumn::Mark)
        Q_EMIT markAllAsked();
    else if (tables::columnInfo(column).sort)
        Q_EMIT sortAsked(column);
}

void InventoryHeader::keepFixedColumns(int section, int oldVisual, int newVisual)
{
    if (m_moving || (oldVisual >= FixedColumns && newVisual >= FixedColumns))
        return;
    Q_UNUSED(section)
    m_moving = true;
    moveSection(newVisual, oldVisual);
    m_moving = false;
}

void InventoryHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const auto column = InventoryColumn(section);
    const auto& info = tables::columnInfo(column);
    HeaderSection header{.alignment = info.number ? Qt::AlignRight : Qt::AlignLeft};
    if (column == InventoryColumn::Mark) {
        const QRect all = rect;
        paintHeaderSection(painter, all, m_theme, {});
        if (m_model.rowCount() == 0)
            return;
        const auto state = m_model.markState();
        header.check = state == Qt::Checked            ? CheckState::On
                       : state == Qt::PartiallyChecked ? CheckState::Partial
                                                       : CheckState::Off;
        paintHeaderSection(painter, all.adjusted(measure::CellPadding, 0, 0, 0), m_theme, header);
        return;
    }
    header.text = m_model.headerData(section, Qt::Horizontal).toString();
    header.hovered = info.sort && section == m_hovered;
    if (info.sort && sortIndicatorSection() == section && m_model.rowCount() > 0)
        header.sort = sortIndicatorOrder();
    paintHeaderSection(painter, rect, m_theme, header);
}

void InventoryHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    // Right of the last column is the scroll bar's place, which is the header's to fill when there is none.
    const QRect rest = viewport()->rect().adjusted(length() - offset(), 0, 0, 0);
    if (!rest.isEmpty()) {
        QPainter painter(viewport());
        paintHeaderSection(&painter, rest, m_theme, {});
    }
}

void InventoryHeader::mouseMoveEvent(QMouseEvent* event)
{
    QHeaderView::mouseMoveEvent(event);
    const int section = logicalIndexAt(event->position().toPoint());
    if (section != m_hovered) {
        m_hovered = section;
        viewport()->update();
    }
}

void InventoryHeader::leaveEvent(QEvent* event)
{
    QHeaderView::leaveEvent(event);
    m_hovered = -1;
    viewport()->update();
}

void InventoryHeader::contextMenuEvent(QContextMenuEvent* event) { Q_EMIT menuAsked(event->globalPos()); }

} // namespace belanjain::ui
