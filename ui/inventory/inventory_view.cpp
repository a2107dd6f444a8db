// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventory_view.h"

#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "inventory/cell_editing.h"
#include "inventory/cell_editor.h"
#include "inventory/inventory_delegate.h"
#include "inventory/inventory_header.h"
#include "tables/tsv.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::InventoryColumn;
using tables::InventoryModel;

namespace {
/// Copying more would freeze the program while rows are read one page after the other.
constexpr int MostCopiedRows = 5000;

/// Whether a letter begins an edit in that column instead of meaning a key.
bool takesLetters(InventoryColumn column)
{
    const auto field = tables::columnInfo(column).edit;
    return field && (*field == ports::EditField::Sku || *field == ports::EditField::Barcode);
}

} // namespace

InventoryView::InventoryView(const Theme& theme, InventoryModel& model, tables::InventoryBulk& bulk,
                             ThumbnailSource* thumbnails, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_bulk(bulk)
    , m_header(new InventoryHeader(theme, model, this))
    , m_delegate(new InventoryDelegate(theme, model, thumbnails, this))
    , m_editing(nullptr)
{
    setObjectName(u"inventoryTable"_s);
    setProperty("ownFocus", true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalHeader(m_header);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(measure::Row);
    verticalHeader()->setDefaultSectionSize(measure::Row);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ContiguousSelection);
    setSelectionBehavior(SelectItems);
    // Tab leaves the table, as it leaves every other control.
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setItemDelegate(m_delegate);
    setModel(&m_model);
    m_editing = new CellEditing(theme, model, *this);

    connect(m_editing, &CellEditing::opened, this, &InventoryView::showFocus);
    connect(m_editing, &CellEditing::closed, this, &InventoryView::showFocus);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &InventoryModel::marksChanged, viewport(), qOverload<>(&QWidget::update));
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, viewport(), qOverload<>(&QWidget::update));
    const auto remember = [this] { rememberPlace(); };
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, remember);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, remember);
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, remember);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, remember);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { verticalScrollBar()->setValue(0); });
    connect(&m_model, &InventoryModel::ordered, this, &InventoryView::returnToPlace);
}

QModelIndex InventoryView::cell(int position, InventoryColumn column) const
{
    return m_model.index(position, int(column));
}

QModelIndex InventoryView::nextEditable(const QModelIndex& from, bool back) const
{
    const int step = back ? -1 : 1;
    for (int visual = m_header->visualIndex(from.column()) + step; visual >= 0 && visual < m_header->count();
         visual += step) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column) && tables::columnInfo(InventoryColumn(column)).edit)
            return from.sibling(from.row(), column);
    }
    return from;
}

void InventoryView::moveCurrent(const QModelIndex& to)
{
    if (to.isValid())
        selectionModel()->setCurrentIndex(to, QItemSelectionModel::ClearAndSelect);
}

void InventoryView::ensureCurrent()
{
    if (currentIndex().isValid() || m_model.rowCount() == 0)
        return;
    // A table that is just opened begins with its products' names, also when it is wider than its window.
    const bool autoScroll = hasAutoScroll();
    setAutoScroll(false);
    moveCurrent(cell(0, InventoryColumn::Available));
    setAutoScroll(autoScroll);
}

void InventoryView::setRowTold(bool told)
{
    m_delegate->setRowTold(told);
    viewport()->update();
}

void InventoryView::retranslate()
{
    m_delegate->retranslate();
    viewport()->update();
    m_header->viewport()->update();
}

bool InventoryView::runShortcut(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copyCells();
    else if (event->matches(QKeySequence::Paste))
        pasteCells();
    else if (event->matches(QKeySequence::SelectAll))
        m_model.markAll();
    else if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        fillDown();
    else if (event->key() == Qt::Key_H && event->modifiers() == Qt::ControlModifier)
        Q_EMIT historyAsked();
    else
        return false;
    return true;
}

void InventoryView::keyPressEvent(QKeyEvent* event)
{
    m_editing->hideMessage();
    const QModelIndex current = currentIndex();
    if (runShortcut(event))
        return;
    switch (event->key()) {
    case Qt::Key_F2:
        m_editing->open(current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const auto* row = current.isValid() ? m_model.shownAt(current.row()) : nullptr;
        if (row && row->rejected && !event->modifiers().testFlag(Qt::ShiftModifier)) {
            Q_EMIT explanationAsked(current, true);
            return;
        }
        const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1;
        moveCurrent(current.sibling(current.row() + step, current.column()));
        return;
    }
    case Qt::Key_Space:
        if (current.isValid())
            toggleMark(current.row(), event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    case Qt::Key_Escape:
        Q_EMIT clearAsked();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return; // emptying a cell by a slip would be a sale lost or a free product
    default:
        break;
    }
    const QString typed = event->text();
    const auto modifiers = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (modifiers == Qt::NoModifier && !typed.isEmpty() && typed.front().isPrint()) {
        const bool text = current.isValid() && takesLetters(InventoryColumn(current.column()));
        if (event->key() == Qt::Key_H && !text) {
            Q_EMIT historyAsked();
            return;
        }
        m_editing->open(current, typed);
        return;
    }
    QTableView::keyPressEvent(event);
}

void InventoryView::mousePressEvent(QMouseEvent* event)
{
    if (m_editing->isOpen() && !m_editing->commit()) {
        m_editing->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_editing->hideMessage();
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() &&
        InventoryColumn(index.column()) == InventoryColumn::Mark) {
        setFocus(Qt::MouseFocusReason);
        toggleMark(index.row(), event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    QTableView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    const auto* row = m_model.shownAt(index.row());
    const auto column = InventoryColumn(index.column());
    const auto field = tables::columnInfo(column).edit;
    if (row && row->rejected &&
        (column == InventoryColumn::Sync || (field && row->rejected.testFlag(*field))))
        Q_EMIT explanationAsked(index, false);
}

void InventoryView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() &&
        InventoryColumn(index.column()) == InventoryColumn::Mark)
        toggleMark(index.row(), false); // two quick clicks are two ticks
    else if (event->button() == Qt::LeftButton)
        m_editing->open(index);
}

void InventoryView::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    const int row = rowAt(event->position().toPoint().y());
    if (row == m_hovered)
        return;
    updateRow(std::exchange(m_hovered, row));
    m_delegate->setHoveredRow(row);
    updateRow(row);
}

void InventoryView::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    m_delegate->setHoveredRow(-1);
    updateRow(std::exchange(m_hovered, -1));
}

void InventoryView::updateRow(int position)
{
    if (position >= 0 && position < m_model.rowCount())
        viewport()->update(0, rowViewportPosition(position), viewport()->width(), measure::Row);
}

void InventoryView::contextMenuEvent(QContextMenuEvent* event)
{
    QModelIndex index = currentIndex();
    QPoint where = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        index = indexAt(event->pos());
        if (index.isValid() && !selectionModel()->isSelected(index))
            moveCurrent(index);
    } else if (index.isValid()) {
        where = viewport()->mapToGlobal(visualRect(index).bottomLeft());
    }
    if (index.isValid())
        Q_EMIT cellMenuAsked(index, where);
}

void InventoryView::focusInEvent(QFocusEvent* event)
{
    ensureCurrent(); // Qt would choose the check box
    QTableView::focusInEvent(event);
    showFocus();
}

void InventoryView::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    showFocus();
}

void InventoryView::showFocus()
{
    m_delegate->setEditedRow(m_editing->isOpen() ? m_editing->cell().row() : -1);
    m_delegate->setCurrent(currentIndex(), hasFocus());
    viewport()->update();
}

void InventoryView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    m_delegate->setCurrent(current, hasFocus());
    updateRow(previous.row());
    updateRow(current.row());
}

void InventoryView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    const auto& ranges = selectionModel()->selection();
    m_delegate->setRangeSelected(ranges.size() > 1 ||
                                 (ranges.size() == 1 && (ranges[0].width() > 1 || ranges[0].height() > 1)));
    viewport()->update();
}

void InventoryView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (m_editing)
        m_editing->place();
    Q_EMIT cellsMoved();
}

void InventoryView::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_editing)
        m_editing->place();
    Q_EMIT cellsMoved();
}

void InventoryView::toggleMark(int position, bool range)
{
    const int from = range ? m_model.positionOf(m_lastMarked) : -1;
    const bool marked = from >= 0 ? m_model.isMarked(from) : !m_model.isMarked(position);
    m_model.setMarked(from >= 0 ? std::min(from, position) : position,
                      from >= 0 ? std::max(from, position) : position, marked);
    m_lastMarked = m_model.rowNumber(position);
}

InventoryView::Block InventoryView::selectedBlock() const
{
    Block block;
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return block;
    QItemSelectionRange range(current);
    for (const QItemSelectionRange& one : selectionModel()->selection()) {
        if (one.contains(current))
            range = one;
    }
    block.firstRow = range.top();
    block.lastRow = range.bottom();
    // As on screen: columns may have been moved or hidden. Of a single cell, all to its right can be filled.
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (column >= range.left() && column <= range.right() && !m_header->isSectionHidden(column))
            block.columns.append(InventoryColumn(column));
    }
    return block;
}

void InventoryView::copyCells() const
{
    const Block block = selectedBlock();
    QList<QStringList> cells;
    const int last = std::min(block.lastRow, block.firstRow + MostCopiedRows - 1);
    for (int row = block.firstRow; row <= last; ++row) {
        QStringList texts;
        for (const InventoryColumn column : block.columns)
            texts.append(cell(row, column).data(InventoryModel::PlainTextRole).toString());
        cells.append(texts);
    }
    if (cells.isEmpty())
        return;
    const bool single = cells.size() == 1 && cells.constFirst().size() == 1;
    QApplication::clipboard()->setText(single ? cells.constFirst().constFirst() : tables::toTsv(cells));
}

void InventoryView::pasteCells()
{
    auto cells = tables::fromTsv(QApplication::clipboard()->text());
    const Block block = selectedBlock();
    if (cells.isEmpty() || block.columns.isEmpty())
        return;
    QList<InventoryColumn> columns = block.columns;
    if (cells.size() == 1 && cells.constFirst().size() == 1) {
        // One value over many cells fills them all.
        const QStringList row(columns.size(), cells.constFirst().constFirst());
        cells = QList<QStringList>(block.lastRow - block.firstRow + 1, row);
    } else {
        for (int visual = m_header->visualIndex(int(columns.constLast())) + 1; visual < m_header->count();
             ++visual) {
            const int column = m_header->logicalIndex(visual);
            if (!m_header->isSectionHidden(column))
                columns.append(InventoryColumn(column));
        }
    }
    m_bulk.applyBlock(block.firstRow, columns, cells);
}

void InventoryView::fillDown()
{
    const Block block = selectedBlock();
    if (block.lastRow > block.firstRow)
        m_bulk.fillDown(block.firstRow, block.lastRow, block.columns);
}

void InventoryView::rememberPlace()
{
    if (m_hasPlace)
        return;
    m_hasPlace = true;
    const int top = rowAt(0);
    m_topRow = verticalScrollBar()->value() > 0 && top >= 0 ? m_model.rowNumber(top) : -1;
    m_topOffset = top >= 0 ? -rowViewportPosition(top) : 0;
    const QModelIndex current = currentIndex();
    m_currentRow = current.isValid() ? m_model.rowNumber(current.row()) : -1;
    m_currentColumn = current.column();
}

void InventoryView::returnToPlace(bool again)
{
    if (!std::exchange(m_hasPlace, false))
        return;
    if (m_currentRow >= 0 && m_currentColumn >= 0) {
        const int position = m_model.positionOf(m_currentRow);
        if (!currentIndex().isValid() || (position >= 0 && position != currentIndex().row())) {
            const QModelIndex target = m_model.index(std::max(position, 0), m_currentColumn);
            const bool autoScroll = hasAutoScroll();
            setAutoScroll(false);
            moveCurrent(target);
            setAutoScroll(autoScroll);
        }
    }
    if (hasFocus())
        ensureCurrent();
    if (!again)
        return; // another query starts at its top
    const int top = m_topRow >= 0 ? m_model.positionOf(m_topRow) : -1;
    if (top >= 0) {
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(top * measure::Row + m_topOffset);
    }
}

} // namespace belanjain::ui
