// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefront/product_grid.h"

#include "common/focus_ring.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "storefront/product_card.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int gap = 16;
constexpr int margin = 20;
constexpr int skeletonRows = 3;
} // namespace

ProductGrid::ProductGrid(const Theme& theme, ProductsModel& model, ThumbnailSource* thumbnails, QWidget* parent)
    : QAbstractItemView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_thumbnails(thumbnails)
{
    setObjectName(u"productGrid"_s);
    setProperty(FocusRing::OwnFocus, true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    setModel(&model);
    connect(&model, &ProductsModel::stateChanged, this, [this] {
        updateGeometries();
        viewport()->update();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_hovered = -1;
        verticalScrollBar()->setValue(0);
    });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, viewport(), qOverload<>(&QWidget::update));
}

int ProductGrid::rowPitch() const { return productCardHeight(m_cardWidth) + gap; }

int ProductGrid::shownRows() const
{
    const int cards = m_model.rowCount();
    if (m_model.state() == ProductsModel::State::Reading)
        return m_columns * skeletonRows;
    // The row that is being fetched is shown as one.
    return m_model.hasMore() && !m_model.moreFailed() ? ((cards + m_columns - 1) / m_columns + 1) * m_columns : cards;
}

void ProductGrid::measureColumns()
{
    // As wide with a scroll bar as without one, so that nothing jumps when it comes or goes.
    const int room = width() - verticalScrollBar()->sizeHint().width();
    const CardColumns columns = cardColumns(room - 2 * margin + 8);
    m_columns = columns.count;
    m_cardWidth = columns.width;
}

QRect ProductGrid::cardRect(int row) const
{
    const int x = margin + (row % m_columns) * (m_cardWidth + gap);
    const int y = gap + (row / m_columns) * rowPitch() - verticalOffset();
    return {x, y, m_cardWidth, productCardHeight(m_cardWidth)};
}

int ProductGrid::verticalOffset() const { return verticalScrollBar()->value(); }

QRect ProductGrid::visualRect(const QModelIndex& index) const
{
    return index.isValid() ? cardRect(index.row()) : QRect();
}

QModelIndex ProductGrid::indexAt(const QPoint& point) const
{
    const int column = (point.x() - margin) / (m_cardWidth + gap);
    const int line = (point.y() + verticalOffset() - gap) / rowPitch();
    if (point.x() < margin || column < 0 || column >= m_columns || line < 0)
        return {};
    const int row = line * m_columns + column;
    return row < m_model.rowCount() && cardRect(row).contains(point) ? m_model.index(row) : QModelIndex();
}

void ProductGrid::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect rect = cardRect(index.row()).adjusted(0, -gap, 0, gap);
    QScrollBar* bar = verticalScrollBar();
    if (hint == PositionAtTop || rect.top() < 0)
        bar->setValue(bar->value() + rect.top());
    else if (rect.bottom() > viewport()->height())
        bar->setValue(bar->value() + std::min(rect.top(), rect.bottom() - viewport()->height()));
}

void ProductGrid::updateGeometries()
{
    measureColumns();
    const int lines = (shownRows() + m_columns - 1) / m_columns;
    const int height = lines > 0 ? gap + lines * rowPitch() : 0;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowPitch() / 4);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    QAbstractItemView::updateGeometries();
    fetchNearEnd();
}

void ProductGrid::fetchNearEnd()
{
    if (!isVisible() || !m_model.canFetchMore({}))
        return;
    const int lines = (m_model.rowCount() + m_columns - 1) / m_columns;
    if (gap + lines * rowPitch() - verticalOffset() < 3 * viewport()->height())
        m_model.fetchMore({});
}

void ProductGrid::resizeEvent(QResizeEvent* event)
{
    const QModelIndex top = indexAt(QPoint(margin + 1, gap + 1));
    QAbstractItemView::resizeEvent(event);
    const int before = m_columns;
    updateGeometries();
    if (before != m_columns && top.isValid())
        scrollTo(top, PositionAtTop);
}

void ProductGrid::scrollContentsBy(int dx, int dy)
{
    QAbstractItemView::scrollContentsBy(dx, dy);
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
    hover(-1);
    fetchNearEnd();
}

void ProductGrid::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
}

void ProductGrid::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.tokens().raised);
    const int cards = m_model.state() == ProductsModel::State::Reading ? 0 : m_model.rowCount();
    const int all = shownRows();
    const int firstLine = std::max(0, (event->rect().top() + verticalOffset() - gap) / rowPitch());
    static const ports::ShopCard none;
    for (int row = firstLine * m_columns; row < all; ++row) {
        const QRect rect = cardRect(row);
        if (rect.top() > event->rect().bottom() + 2)
            break;
        const bool skeleton = row >= cards;
        const bool current = !skeleton && hasFocus() && m_byKeyboard && currentIndex().row() == row;
        paintProductCard(&painter, rect, m_theme, skeleton ? none : m_model.card(row), m_thumbnails,
                         {.hovered = row == m_hovered, .current = current, .skeleton = skeleton});
    }
}

QModelIndex ProductGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return {};
    if (!currentIndex().isValid())
        return m_model.index(0);
    const int page = std::max(1, viewport()->height() / rowPitch()) * m_columns;
    const int here = currentIndex().row();
    int to = here;
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        to = here - 1;
        break;
    case MoveRight:
    case MoveNext:
        to = here + 1;
        break;
    case MoveUp:
        to = here - m_columns;
        break;
    case MoveDown:
        to = here + m_columns;
        break;
    case MovePageUp:
        to = std::max(here % m_columns, here - page);
        break;
    case MovePageDown:
        to = std::min(here + page, count - 1);
        break;
    case MoveHome:
        to = 0;
        break;
    case MoveEnd:
        to = count - 1;
        break;
    }
    if (action == MoveDown && to >= count && here / m_columns < (count - 1) / m_columns)
        to = count - 1;
    return to >= 0 && to < count ? m_model.index(to) : currentIndex();
}

void ProductGrid::setSelection(const QRect&, QItemSelectionModel::SelectionFlags) {}

QRegion ProductGrid::visualRegionForSelection(const QItemSelection&) const { return {}; }

void ProductGrid::hover(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void ProductGrid::mouseMoveEvent(QMouseEvent* event) { hover(indexAt(event->position().toPoint()).row()); }

void ProductGrid::leaveEvent(QEvent* event)
{
    hover(-1);
    QAbstractItemView::leaveEvent(event);
}

void ProductGrid::mousePressEvent(QMouseEvent* event)
{
    m_byKeyboard = false;
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()).row() : -1;
    if (m_pressed >= 0)
        setCurrentIndex(m_model.index(m_pressed));
}

void ProductGrid::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = indexAt(event->position().toPoint()).row();
    if (m_pressed >= 0 && row == m_pressed)
        Q_EMIT opened(m_model.card(row));
    m_pressed = -1;
}

void ProductGrid::keyPressEvent(QKeyEvent* event)
{
    m_byKeyboard = true;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(m_model.card(currentIndex().row()));
        return;
    }
    QAbstractItemView::keyPressEvent(event);
    viewport()->update();
}

void ProductGrid::focusInEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::MouseFocusReason) {
        m_byKeyboard = true;
        if (!currentIndex().isValid() && m_model.rowCount() > 0)
            setCurrentIndex(m_model.index(0));
    }
    QAbstractItemView::focusInEvent(event);
    viewport()->update();
}

} // namespace belanjain::ui
