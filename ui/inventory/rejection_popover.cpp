// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rejection_popover.h"

#include "common/link_button.h"
#include "common/popover.h"
#include "inventory/inventory_view.h"

namespace belanjain::ui {

using namespace Qt::StringLiterals;

RejectionPopover::RejectionPopover(const Theme& theme, InventoryView& view, ports::SyncControl& sync,
                                   QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_sync(sync)
    , m_popover(new Popover(theme, view.viewport()))
{
    m_popover->setObjectName(u"rejectionPopover"_s);
    connect(m_popover, &Popover::linkActivated, this, &RejectionPopover::act);
    connect(m_popover, &Popover::dismissed, this, [this] { m_view.setFocus(Qt::OtherFocusReason); });
    connect(&m_sync, &ports::SyncControl::rejectionsRead, this, &RejectionPopover::show);
    connect(&m_sync, &ports::SyncControl::rejectionsChanged, this, &RejectionPopover::hide);
    connect(&m_view, &InventoryView::cellsMoved, this, &RejectionPopover::place);
}

void RejectionPopover::explain(const QModelIndex& cell, const ports::InventoryRow& row, bool takeFocus)
{
    m_cell = cell;
    m_row = row;
    m_takeFocus = takeFocus;
    m_asked = true;
    m_sync.readRejections(row.variant);
}

void RejectionPopover::show(const QList<ports::Rejection>& rejections)
{
    if (!m_asked || !m_cell.isValid())
        return;
    // Of several, the one in the cell that was asked about, else the first.
    const auto wanted = tables::columnInfo(tables::InventoryColumn(m_cell.column())).edit;
    const ports::Rejection* found = nullptr;
    for (const ports::Rejection& rejection : rejections) {
        if (rejection.variant && *rejection.variant == m_row.variant && (!found || rejection.field == wanted))
            found = &rejection;
    }
    m_asked = false;
    if (!found) {
        hide();
        return;
    }
    const RejectionStory story = tellRejection(*found);
    m_rejection = found->number;
    m_ways = story.ways;
    m_cell = m_view.cell(m_cell.row(), tables::columnOf(found->field));
    QStringList links;
    for (const RejectionWay& way : m_ways)
        links.append(way.text);
    m_popover->setContent(story.richText, links);
    m_popover->pointAt(m_view.visualRect(m_cell));
    const auto buttons = m_popover->findChildren<LinkButton*>(Qt::FindDirectChildrenOnly);
    int number = 0;
    for (LinkButton* button : buttons) {
        if (!button->isHidden())
            button->setObjectName(u"rejectionWay%1"_s.arg(number++));
        if (m_takeFocus && number == 1)
            button->setFocus(Qt::TabFocusReason);
    }
}

void RejectionPopover::act(int number)
{
    if (number < 0 || number >= m_ways.size())
        return;
    const RejectionWay way = m_ways[number];
    hide();
    m_view.setFocus(Qt::OtherFocusReason);
    if (way.kind == RejectionWay::Kind::Drop)
        m_sync.drop(m_rejection);
    else
        m_sync.retry(m_rejection, way.args);
}

void RejectionPopover::place()
{
    if (!m_popover->isVisible())
        return;
    const QRect cell = m_cell.isValid() ? m_view.visualRect(m_cell) : QRect();
    if (cell.isEmpty() || !m_view.viewport()->rect().intersects(cell))
        m_popover->hide();
    else
        m_popover->pointAt(cell);
}

void RejectionPopover::hide()
{
    m_asked = false;
    m_popover->hide();
}

bool RejectionPopover::isVisible() const { return m_popover->isVisible(); }

} // namespace belanjain::ui
