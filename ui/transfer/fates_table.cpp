// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/fates_table.h"

#include "common/column_widths.h"
#include "common/table_style.h"
#include "common/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using imports::Fate;

namespace {

/// The reasons take what is left: they are read, the rest is looked at.
constexpr int columnWidths[fateColumnCount] = {56, 132, 240, 130, 180, 92, 0};
constexpr int leastText = 340;

bool isNumber(FateColumn column)
{
    return column == FateColumn::Line || column == FateColumn::Price || column == FateColumn::Stock;
}

ChipKind chipOf(Fate fate)
{
    switch (fate) {
    case Fate::NewProduct:
    case Fate::NewVariant:
        return ChipKind::Done;
    case Fate::Changed:
        return ChipKind::Processing;
    case Fate::Unchanged:
    case Fate::Skipped:
        return ChipKind::Cancelled;
    case Fate::Wrong:
        break;
    }
    return ChipKind::Late; // the warning; the empty circle is for what is out of stock
}

class FatesHeader : public QHeaderView
{
public:
    FatesHeader(const Theme& theme, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setObjectName(u"fatesHeader"_s);
        setHighlightSections(false);
        setFixedHeight(measure::TableHeader);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const auto column = FateColumn(section);
        paintHeaderSection(painter, rect, m_theme, {});
        paintHeaderSection(painter, rect, m_theme,
                           {.text = textOf(column), .alignment = isNumber(column) ? Qt::AlignRight : Qt::AlignLeft});
    }

private:
    static QString textOf(FateColumn column)
    {
        switch (column) {
        case FateColumn::Line:
            return FatesTable::tr("Line");
        case FateColumn::Fate:
            return FatesTable::tr("What happens");
        case FateColumn::Name:
            return FatesTable::tr("Product");
        case FateColumn::Sku:
            return FatesTable::tr("SKU");
        case FateColumn::Price:
            return FatesTable::tr("Price");
        case FateColumn::Stock:
            return FatesTable::tr("Stock");
        case FateColumn::Why:
            break;
        }
        return FatesTable::tr("Why, and what to know");
    }

    const Theme& m_theme;
};

class FatesDelegate : public QStyledItemDelegate
{
public:
    FatesDelegate(const Theme& theme, const FatesModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto column = FateColumn(index.column());
        const imports::RowFate& row = m_model.shownAt(index.row());
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        paintRow(painter, option.rect, m_theme, {.selected = selected});
        const QString text = index.data().toString();
        const bool quiet = row.fate == Fate::Unchanged || row.fate == Fate::Skipped;
        const CellInk ink = FatesModel::complaint(row, column) ? CellInk::Out : quiet ? CellInk::Secondary : CellInk::Text;
        if (column == FateColumn::Line) {
            if (selected)
                paintStateBar(painter, option.rect, m_theme, StateBar::Current);
            paintNumberCell(painter, option.rect, m_theme, text, CellInk::Secondary);
        } else if (column == FateColumn::Fate) {
            paintChipCell(painter, option.rect, m_theme, chipOf(row.fate), text);
        } else if (isNumber(column)) {
            const bool changes = column == FateColumn::Price ? row.oldPrice.has_value() : row.oldStock.has_value();
            paintNumberCell(painter, option.rect, m_theme, text, ink, changes ? TextStyle::Strong : TextStyle::Body);
        } else if (column == FateColumn::Why) {
            paintTextCell(painter, option.rect, m_theme, text, row.fate == Fate::Wrong ? CellInk::Out : CellInk::Secondary);
        } else {
            paintTextCell(painter, option.rect, m_theme, text, ink,
                          column == FateColumn::Name ? TextStyle::Strong : TextStyle::Body);
        }
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintCellFocus(painter, option.rect, m_theme);
    }

private:
    const Theme& m_theme;
    const FatesModel& m_model;
};

} // namespace

FatesTable::FatesTable(const Theme& theme, FatesModel& model, QWidget* parent)
    : QTableView(parent)
{
    setObjectName(u"importRows"_s);
    setProperty("ownFocus", true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalHeader(new FatesHeader(theme, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(measure::Row);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setItemDelegate(new FatesDelegate(theme, model, this));
    setModel(&model);
    m_columns = new ColumnWidths(*this, QList<int>(std::begin(columnWidths), std::end(columnWidths)), leastText);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void FatesTable::retranslate()
{
    setAccessibleName(tr("Rows of the file and what happens with each"));
    horizontalHeader()->viewport()->update();
    viewport()->update();
}

} // namespace belanjain::ui
