// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventory_delegate.h"

#include "common/table_style.h"
#include "common/theme.h"
#include "common/thumbnail_source.h"
#include "domain/stock.h"
#include "inventory/category_icon.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::EditField;
using ports::InventoryRow;
using tables::InventoryColumn;

namespace {

StockStatus statusOf(const InventoryRow& row)
{
    return row.archived ? StockStatus::Enough : stockStatus(row.available(), row.threshold);
}

/// The check box stands at the page's margin, right of the state bar.
QRect markBox(const QRect& cell) { return cell.adjusted(measure::CellPadding, 0, 0, 0); }

} // namespace

InventoryDelegate::InventoryDelegate(const Theme& theme, const tables::InventoryModel& model,
                                     ThumbnailSource* thumbnails, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
    , m_thumbnails(thumbnails)
{
    connect(&theme, &Theme::changed, this, [this] { m_texts.clear(); });
    retranslate();
}

void InventoryDelegate::retranslate()
{
    m_low = tr("Low");
    m_out = outOfStockWord();
    m_waiting = waitingWord();
    m_rejected = tr("Rejected");
    m_enter = tr("Enter");
    //: What Return does, after the key: "Enter saves"
    m_saves = tr("saves");
}

void InventoryDelegate::setCurrent(const QModelIndex& current, bool focused)
{
    m_current = current;
    m_focused = focused;
}

void InventoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const int position = index.row();
    const InventoryRow* row = m_model.shownAt(position);
    const bool selected =
        m_model.isMarked(position) || (m_rowTold && position == m_current.row()) || (m_range && option.state.testFlag(QStyle::State_Selected));
    paintRow(painter, option.rect, m_theme, {.selected = selected, .hovered = position == m_hovered});
    const auto column = InventoryColumn(index.column());
    if (row) {
        paintCell(painter, option.rect, *row, index, painter->device()->devicePixelRatioF());
    } else if (column == InventoryColumn::Product) {
        const QRect bar = option.rect.adjusted(measure::CellPadding, 13, -option.rect.width() / 3, -14);
        painter->fillRect(bar, m_theme.tokens().rowLine);
    } else if (column == InventoryColumn::Mark) {
        paintCheckCell(painter, markBox(option.rect), m_theme,
                       m_model.isMarked(position) ? CheckState::On : CheckState::Off);
    }
    if (m_focused && index == m_current && m_edited < 0)
        paintCellFocus(painter, option.rect, m_theme);
}

bool InventoryDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                  const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() ||
        tables::columnInfo(InventoryColumn(index.column())).number)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data().toString();
    const bool product = InventoryColumn(index.column()) == InventoryColumn::Product;
    const QFontMetricsF metrics(m_theme.font(product ? TextStyle::Strong : TextStyle::Body));
    const int room = option.rect.width() - 2 * measure::CellPadding;
    if (metrics.horizontalAdvance(text) <= room)
        QToolTip::hideText();
    else // escaped: what a seller typed is no markup; as a paragraph it wraps
        QToolTip::showText(event->globalPos(), u"<p>%1</p>"_s.arg(text.toHtmlEscaped()), view, option.rect);
    return true;
}

void InventoryDelegate::paintCell(QPainter* painter, const QRect& cell, const InventoryRow& row,
                                  const QModelIndex& index, qreal dpr) const
{
    switch (InventoryColumn(index.column())) {
    case InventoryColumn::Mark: {
        const auto status = statusOf(row);
        paintStateBar(painter, cell, m_theme,
                      status == StockStatus::Out   ? StateBar::Out
                      : status == StockStatus::Low ? StateBar::Low
                                                   : StateBar::None);
        paintCheckCell(painter, markBox(cell), m_theme,
                       m_model.isMarked(index.row()) ? CheckState::On : CheckState::Off);
        return;
    }
    case InventoryColumn::Picture: {
        QPixmap photo;
        if (m_thumbnails && !row.imageHash.isEmpty())
            photo = m_thumbnails->thumbnail(row.imageHash, measure::Thumbnail, dpr);
        paintThumbnail(painter, cell, m_theme, photo, categoryIcon(row.category));
        return;
    }
    case InventoryColumn::Product:
        m_texts.paintTextCell(painter, cell, m_theme, row.productName,
                              row.archived ? CellInk::Secondary : CellInk::Text, TextStyle::Strong);
        return;
    case InventoryColumn::Options:
    case InventoryColumn::Sku:
    case InventoryColumn::Barcode:
    case InventoryColumn::Category:
    case InventoryColumn::Status:
        paintWords(painter, cell, row, index);
        return;
    case InventoryColumn::Price:
    case InventoryColumn::OnHand:
    case InventoryColumn::Reserved:
    case InventoryColumn::Threshold:
        paintNumber(painter, cell, row, index);
        return;
    case InventoryColumn::Available:
        paintAvailable(painter, cell, row, index);
        return;
    case InventoryColumn::Sync:
        if (index.row() == m_edited)
            paintKeyHintCell(painter, cell, m_theme, m_enter, m_saves);
        else if (row.rejected)
            paintChipCell(painter, cell, m_theme, ChipKind::Rejected, m_rejected);
        else if (row.waiting)
            paintChipCell(painter, cell, m_theme, ChipKind::Waiting, m_waiting);
        return;
    }
}

void InventoryDelegate::paintWords(QPainter* painter, const QRect& cell, const InventoryRow& row,
                                   const QModelIndex& index) const
{
    const auto column = InventoryColumn(index.column());
    const auto field = tables::columnInfo(column).edit;
    const QString text = index.data().toString();
    if (field && row.rejected.testFlag(*field)) {
        paintRejectedBorder(painter, cell, m_theme);
        paintIconTextCell(painter, cell, m_theme, Icon::Octagon, text, CellInk::Out, TextStyle::Body);
    } else if (field && row.waiting.testFlag(*field)) {
        paintIconTextCell(painter, cell, m_theme, Icon::Clock, text, CellInk::Waiting, TextStyle::Body);
    } else {
        m_texts.paintTextCell(painter, cell, m_theme, text, CellInk::Secondary);
    }
}

void InventoryDelegate::paintNumber(QPainter* painter, const QRect& cell, const InventoryRow& row,
                                    const QModelIndex& index) const
{
    const auto column = InventoryColumn(index.column());
    QString text = index.data().toString();
    if (column == InventoryColumn::Reserved && row.reserved == 0)
        text.clear(); // a quiet dash
    const auto field = tables::columnInfo(column).edit;
    // A stock edit is shown where sellers look: at what can be sold.
    if (field && *field != EditField::Stock && row.rejected.testFlag(*field)) {
        paintRejectedBorder(painter, cell, m_theme);
        // The same mark as at a rejected stock, where the number leaves it room.
        const qreal room = cell.width() - 2 * measure::CellPadding - m_theme.numbers(TextStyle::Body).width(text);
        if (room >= measure::IconNormal + measure::Grid)
            paintIconTextCell(painter, cell, m_theme, Icon::Octagon, QString(), CellInk::Out);
    } else if (field && *field != EditField::Stock && row.waiting.testFlag(*field)) {
        paintWaitingNumberCell(painter, cell, m_theme, text);
        return;
    }
    const bool quiet = column == InventoryColumn::Reserved || column == InventoryColumn::Threshold;
    paintNumberCell(painter, cell, m_theme, text, quiet ? CellInk::Secondary : CellInk::Text);
}

void InventoryDelegate::paintAvailable(QPainter* painter, const QRect& cell, const InventoryRow& row,
                                       const QModelIndex& index) const
{
    const auto status = statusOf(row);
    paintStockCell(painter, cell, m_theme,
                   {.number = index.data().toString(),
                    .word = status == StockStatus::Out   ? m_out
                            : status == StockStatus::Low ? m_low
                                                         : QString(),
                    .level = status == StockStatus::Out   ? StockLevel::Out
                             : status == StockStatus::Low ? StockLevel::Low
                                                          : StockLevel::Normal,
                    .waiting = row.waiting.testFlag(EditField::Stock),
                    .rejected = row.rejected.testFlag(EditField::Stock)});
}

} // namespace belanjain::ui
