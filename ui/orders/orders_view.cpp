// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/orders_view.h"

#include "common/column_widths.h"
#include "common/language.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "domain/format.h"
#include "orders/order_words.h"
#include "orders/orders_header.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::OrderColumn;

namespace {

/// Widths at scale 1; the customer takes what is left.
constexpr int columnWidths[] = {44, 88, 0, 64, 112, 112, 140};
constexpr int customerWidth = 180;

/// Where a number's cell shows that the label was printed.
QRect printedRect(const QRect& cell) { return {cell.right() - 20, cell.top(), 16, cell.height()}; }

QRect markBox(const QRect& cell) { return cell.adjusted(measure::CellPadding, 0, 0, 0); }

} // namespace

OrdersDelegate::OrdersDelegate(const Theme& theme, const tables::OrdersModel& model, const ports::Clock& clock,
                               QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
    , m_clock(clock)
{}

void OrdersDelegate::setCurrent(int row, bool focused)
{
    m_current = row;
    m_focused = focused;
}

void OrdersDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int position = index.row();
    const ports::OrderRow* row = m_model.shownAt(position);
    const bool current = position == m_current;
    paintRow(painter, option.rect, m_theme,
             {.selected = m_model.isMarked(position) || current, .hovered = position == m_hovered});
    if (OrderColumn(index.column()) == OrderColumn::Mark) {
        paintStateBar(painter, option.rect, m_theme, current ? StateBar::Current : StateBar::None);
        paintCheckCell(painter, markBox(option.rect), m_theme,
                       m_model.isMarked(position) ? CheckState::On : CheckState::Off);
    } else if (row) {
        paintCell(painter, option.rect, *row, index);
    }
    if (current && m_focused && OrderColumn(index.column()) == OrderColumn::Number)
        paintCellFocus(painter, option.rect, m_theme);
}

bool OrdersDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    const ports::OrderRow* row = m_model.shownAt(index.row());
    if (event->type() != QEvent::ToolTip || !row || row->labelPrints == 0 ||
        OrderColumn(index.column()) != OrderColumn::Number)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(),
                       row->labelPrints == 1 ? tr("The label was printed once")
                                             : tr("The label was printed %1 times").arg(row->labelPrints),
                       view);
    return true;
}

void OrdersDelegate::paintCell(QPainter* painter, const QRect& cell, const ports::OrderRow& row,
                               const QModelIndex& index) const
{
    switch (OrderColumn(index.column())) {
    case OrderColumn::Mark:
        return;
    case OrderColumn::Number:
        paintTextCell(painter, cell, m_theme, numberText(row.number), CellInk::Text, TextStyle::Strong);
        if (row.labelPrints > 0)
            m_theme.paintIcon(painter, printedRect(cell), Icon::Print, m_theme.tokens().text2, measure::IconSmall);
        return;
    case OrderColumn::Customer:
        paintTwoTextCell(painter, cell, m_theme, row.customerName, row.city, TextStyle::Body);
        return;
    case OrderColumn::Pieces:
        paintNumberCell(painter, cell, m_theme, formatCount(row.pieces, uiLanguage()));
        return;
    case OrderColumn::Total:
        paintNumberCell(painter, cell, m_theme, formatRupiah(row.total), CellInk::Text, TextStyle::Strong);
        return;
    case OrderColumn::Status:
        if (row.rejected)
            paintChipCell(painter, cell, m_theme, ChipKind::Rejected, tr("Rejected"));
        else
            paintChipCell(painter, cell, m_theme, chipOf(row.status), statusWord(row.status),
                          m_model.isMarked(index.row()) || index.row() == m_current);
        return;
    case OrderColumn::When: {
        if (row.waiting) {
            paintIconTextCell(painter, cell, m_theme, Icon::Clock, tr("Waiting to sync"), CellInk::Waiting);
            return;
        }
        const OrderAge age = ageOf(row, m_clock.now(), m_zone);
        if (age.icon)
            paintIconTextCell(painter, cell, m_theme, *age.icon, age.text, age.ink);
        else
            paintTextCell(painter, cell, m_theme, age.text, age.ink, TextStyle::Secondary);
        return;
    }
    }
}

OrdersView::OrdersView(const Theme& theme, tables::OrdersModel& model, const ports::Clock& clock, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new OrdersDelegate(theme, model, clock, this))
{
    setObjectName(u"ordersTable"_s);
    auto* header = new OrdersHeader(theme, model, this);
    setHorizontalHeader(header);
    setModel(&model);
    setItemDelegate(m_delegate);
    m_columns = new ColumnWidths(*this, QList<int>(std::begin(columnWidths), std::end(columnWidths)), customerWidth);
    m_columns->fix(int(OrderColumn::Mark));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(measure::Row);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    connect(header, &QHeaderView::sectionClicked, this, [this](int section) {
        if (OrderColumn(section) == OrderColumn::Mark)
            Q_EMIT markAllAsked();
        else if (tables::sortOf(OrderColumn(section)))
            Q_EMIT sortAsked(OrderColumn(section));
    });
    connect(&model, &tables::OrdersModel::ordered, this, &OrdersView::settleCurrent);
    connect(&model, &tables::OrdersModel::rowsUpdated, this, &OrdersView::tellCurrent);
    connect(&model, &tables::OrdersModel::marksChanged, header->viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void OrdersView::setZone(const QTimeZone& zone)
{
    m_delegate->setZone(zone);
    viewport()->update();
}

void OrdersView::showSort(ports::OrderSort sort, bool descending)
{
    for (int i = 0; i < tables::orderColumnCount; ++i) {
        if (tables::sortOf(OrderColumn(i)) == sort)
            horizontalHeader()->setSortIndicator(i, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    horizontalHeader()->viewport()->update();
}

void OrdersView::retranslate()
{
    setAccessibleName(tr("List of orders"));
    horizontalHeader()->viewport()->update();
    viewport()->update();
}

void OrdersView::makeCurrent(int position)
{
    if (position >= 0 && position < m_model.rowCount())
        setCurrentIndex(m_model.index(position, int(OrderColumn::Number)));
}

/// After the list was taken anew: the order that was current stays so; when it is gone, the first is.
void OrdersView::settleCurrent()
{
    m_settling = true;
    makeCurrent(std::max(0, m_model.positionOf(m_currentRow)));
    m_settling = false;
    m_delegate->setCurrent(currentIndex().row(), hasFocus());
    viewport()->update();
    tellCurrent();
}

void OrdersView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    m_delegate->setCurrent(current.row(), hasFocus());
    viewport()->update();
    if (!m_settling && current.isValid())
        tellCurrent();
}

/// Which order is current is known once its row is here; until then the former one is.
void OrdersView::tellCurrent()
{
    const int position = currentIndex().row();
    const ports::OrderRow* row = m_model.shownAt(position);
    m_currentRow = m_model.rowNumber(position);
    if (!row && m_model.rowCount() > 0)
        return;
    const auto now = row ? std::optional(row->order) : std::nullopt;
    if (now == m_currentOrder)
        return;
    m_currentOrder = now;
    Q_EMIT currentOrderChanged();
}

void OrdersView::toggleMark(int position, bool run)
{
    if (position < 0)
        return;
    const bool on = !m_model.isMarked(position);
    const bool hasRun = run && m_lastMarked >= 0 && m_lastMarked < m_model.rowCount();
    const int first = hasRun ? std::min(m_lastMarked, position) : position;
    const int last = hasRun ? std::max(m_lastMarked, position) : position;
    if (!m_model.setMarked(first, last, hasRun || on))
        Q_EMIT markLimitReached();
    m_lastMarked = position;
}

void OrdersView::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Space:
        toggleMark(row, shift);
        return;
    case Qt::Key_Escape:
        Q_EMIT clearAsked();
        return;
    case Qt::Key_Home:
        makeCurrent(0);
        return;
    case Qt::Key_End:
        makeCurrent(m_model.rowCount() - 1);
        return;
    case Qt::Key_A:
        if (event->modifiers() == Qt::ControlModifier) {
            Q_EMIT markAllAsked();
            return;
        }
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        return; // one row is one order
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void OrdersView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && at.isValid() &&
        (OrderColumn(at.column()) == OrderColumn::Mark || event->modifiers().testFlag(Qt::ControlModifier))) {
        toggleMark(at.row(), event->modifiers().testFlag(Qt::ShiftModifier));
        setFocus(Qt::MouseFocusReason);
        return;
    }
    QTableView::mousePressEvent(event);
}

void OrdersView::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    m_delegate->setHovered(indexAt(event->position().toPoint()).row());
    viewport()->update();
}

void OrdersView::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    m_delegate->setHovered(-1);
    viewport()->update();
}

void OrdersView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    m_delegate->setCurrent(currentIndex().row(), event->reason() != Qt::MouseFocusReason);
    viewport()->update();
}

void OrdersView::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    m_delegate->setCurrent(currentIndex().row(), false);
    viewport()->update();
}

} // namespace belanjain::ui
