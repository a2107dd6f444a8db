// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/products_list.h"

#include "common/column_widths.h"
#include "common/language.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/format.h"
#include "inventory/category_icon.h"
#include "products/product_words.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

namespace {

/// Widths at scale 1; the name takes what is left.
constexpr int columnWidths[productColumnCount] = {0, 170, 84, 190, 120, 150};
constexpr int leastName = 240;
constexpr int tileWidth = 44;
constexpr int margin = measure::PageMargin - measure::CellPadding;

bool isNumber(ProductColumn column)
{
    return column == ProductColumn::Variants || column == ProductColumn::Price || column == ProductColumn::Available;
}

QString headText(ProductColumn column)
{
    switch (column) {
    case ProductColumn::Name:
        return ProductsList::tr("Product");
    case ProductColumn::Category:
        return ProductsList::tr("Category");
    case ProductColumn::Variants:
        return ProductsList::tr("Variants");
    case ProductColumn::Price:
        return ProductsList::tr("Price");
    case ProductColumn::Available:
        return ProductsList::tr("Available");
    case ProductColumn::State:
        break;
    }
    return ProductsList::tr("Status");
}

class ProductsHeader : public QHeaderView
{
public:
    ProductsHeader(const Theme& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setObjectName(u"productsHeader"_s);
        setHighlightSections(false);
        setFixedHeight(measure::TableHeader);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const auto column = ProductColumn(section);
        paintHeaderSection(painter, rect, m_theme, {});
        paintHeaderSection(painter, rect.adjusted(section == 0 ? margin : 0, 0, 0, 0), m_theme,
                           {.text = headText(column), .alignment = isNumber(column) ? Qt::AlignRight : Qt::AlignLeft});
    }

private:
    const Theme& m_theme;
};

} // namespace

ProductsDelegate::ProductsDelegate(const Theme& theme, ProductListModel& model, ThumbnailSource* thumbnails,
                                   QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
    , m_thumbnails(thumbnails)
{}

void ProductsDelegate::setCurrent(int row, bool focused)
{
    m_current = row;
    m_focused = focused;
}

void ProductsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool current = index.row() == m_current;
    const auto column = ProductColumn(index.column());
    paintRow(painter, option.rect, m_theme, {.selected = current, .hovered = index.row() == m_hovered});
    if (column == ProductColumn::Name)
        paintStateBar(painter, option.rect, m_theme, current ? StateBar::Current : StateBar::None);
    if (const ports::ProductListRow* row = m_model.shownAt(index.row()))
        paintCell(painter, option.rect, *row, column);
    if (current && m_focused && column == ProductColumn::Name)
        paintCellFocus(painter, option.rect.adjusted(measure::StateBar, 0, 0, 0), m_theme);
}

void ProductsDelegate::paintCell(QPainter* painter, const QRect& cell, const ports::ProductListRow& row,
                                 ProductColumn column) const
{
    const CellInk ink = row.archived ? CellInk::Secondary : CellInk::Text;
    switch (column) {
    case ProductColumn::Name: {
        const QRect tile(cell.left() + margin, cell.top(), tileWidth, cell.height());
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPixmap photo = m_thumbnails && !row.imageHash.isEmpty()
                                  ? m_thumbnails->thumbnail(row.imageHash, measure::Thumbnail, ratio)
                                  : QPixmap();
        paintThumbnail(painter, tile, m_theme, photo, categoryIcon(row.category));
        paintTextCell(painter, cell.adjusted(margin + tileWidth, 0, 0, 0), m_theme, row.name, ink, TextStyle::Strong);
        return;
    }
    case ProductColumn::Category:
        paintTextCell(painter, cell, m_theme, row.category, CellInk::Secondary);
        return;
    case ProductColumn::Variants:
        paintNumberCell(painter, cell, m_theme, formatCount(row.variants, uiLanguage()), ink);
        return;
    case ProductColumn::Price:
        paintNumberCell(painter, cell, m_theme, priceRangeText(row.minPrice, row.maxPrice), ink);
        return;
    case ProductColumn::Available:
        paintNumberCell(painter, cell, m_theme, formatCount(row.available, uiLanguage()), ink, TextStyle::Strong);
        return;
    case ProductColumn::State:
        if (row.archived)
            paintChipCell(painter, cell, m_theme, ChipKind::Cancelled, tr("Archived"));
        else if (row.out == row.variants && row.variants > 0)
            paintChipCell(painter, cell, m_theme, ChipKind::Out, tr("Out of stock"));
        else if (row.out > 0)
            paintChipCell(painter, cell, m_theme, ChipKind::Low, tr("%1 out of stock").arg(row.out));
        else if (row.low > 0)
            paintChipCell(painter, cell, m_theme, ChipKind::Low, tr("%1 low").arg(row.low));
        return;
    }
}

ProductsList::ProductsList(const Theme& theme, ProductListModel& model, ThumbnailSource* thumbnails, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new ProductsDelegate(theme, model, thumbnails, this))
{
    setObjectName(u"productsTable"_s);
    setProperty("ownFocus", true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalHeader(new ProductsHeader(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(measure::Row);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionMode(NoSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setItemDelegate(m_delegate);
    setModel(&m_model);
    m_columns = new ColumnWidths(*this, QList<int>(std::begin(columnWidths), std::end(columnWidths)), leastName);
    connect(&m_model, &ProductListModel::rowsArrived, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    if (thumbnails)
        connect(thumbnails, &ThumbnailSource::arrived, viewport(), qOverload<>(&QWidget::update));
}

std::optional<ports::ProductListRow> ProductsList::current() const
{
    const ports::ProductListRow* row = m_model.shownAt(currentIndex().row());
    return row ? std::optional(*row) : std::nullopt;
}

void ProductsList::makeCurrent(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row, 0));
}

void ProductsList::retranslate()
{
    setAccessibleName(tr("List of products"));
    horizontalHeader()->viewport()->update();
    viewport()->update();
}

void ProductsList::keyPressEvent(QKeyEvent* event)
{
    const auto row = current();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (row && plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2))
        Q_EMIT opened(*row);
    else if (row && event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier)
        Q_EMIT duplicateAsked(*row);
    else if (row && plain && event->key() == Qt::Key_Delete)
        Q_EMIT archiveAsked(*row);
    else if (event->key() == Qt::Key_Home)
        makeCurrent(0);
    else if (event->key() == Qt::Key_End)
        makeCurrent(m_model.rowCount() - 1);
    else if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) // one row is one product
        QTableView::keyPressEvent(event);
}

void ProductsList::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const ports::ProductListRow* row = m_model.shownAt(rowAt(event->position().toPoint().y())))
        Q_EMIT opened(*row);
}

void ProductsList::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    m_delegate->setHovered(rowAt(event->position().toPoint().y()));
    viewport()->update();
}

void ProductsList::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    m_delegate->setHovered(-1);
    viewport()->update();
}

void ProductsList::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        makeCurrent(rowAt(event->pos().y()));
    const auto row = current();
    if (!row)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"productMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& name, const QString& text, const QString& key, auto slot) {
        QAction* action = menu->addAction(text + u'\t' + key);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
    };
    add(u"open"_s, tr("Open"), tr("Enter"), [this, row] { Q_EMIT opened(*row); });
    add(u"duplicate"_s, tr("Duplicate"), tr("Ctrl D"), [this, row] { Q_EMIT duplicateAsked(*row); });
    add(u"archive"_s, row->archived ? tr("Restore") : tr("Archive"), tr("Delete"),
        [this, row] { Q_EMIT archiveAsked(*row); });
    menu->popup(event->reason() == QContextMenuEvent::Mouse
                    ? event->globalPos()
                    : viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

void ProductsList::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid())
        makeCurrent(0);
    m_delegate->setCurrent(currentIndex().row(), event->reason() != Qt::MouseFocusReason);
    viewport()->update();
}

void ProductsList::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    m_delegate->setCurrent(currentIndex().row(), false);
    viewport()->update();
}

void ProductsList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    m_delegate->setCurrent(current.row(), hasFocus());
    viewport()->update();
}

} // namespace belanjain::ui
