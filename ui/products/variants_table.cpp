// SPDX-License-Identifier: GPL-3.0-or-later
#include "products/variants_table.h"

#include "common/labels.h"
#include "common/language.h"
#include "common/popover.h"
#include "common/table_style.h"
#include "common/theme.h"
#include "domain/money_input.h"
#include "domain/stock_input.h"
#include "domain/violation_text.h"
#include "products/barcode_scanner.h"
#include "tables/tsv.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::VariantField;

namespace {

constexpr int margin = measure::PageMargin - measure::CellPadding;
/// Widths at scale 1 of price, available, SKU, barcode, weight; the options share what is left.
constexpr int fieldWidths[] = {118, 116, 158, 148, 112};
constexpr int smallestOption = 80;

bool isNumber(VariantField field)
{
    return field == VariantField::Price || field == VariantField::Available || field == VariantField::Weight;
}

/// The grid's head; the first and last columns stand on the page's margin.
class VariantsHeader : public QHeaderView
{
public:
    VariantsHeader(const Theme& theme, const VariantsModel& model, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
        , m_model(model)
    {
        setObjectName(u"variantsHeader"_s);
        setHighlightSections(false);
        setSectionResizeMode(QHeaderView::Fixed);
        setMinimumSectionSize(40);
        setFixedHeight(measure::TableHeader);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const auto field = m_model.fieldOf(section);
        paintHeaderSection(painter, rect, m_theme, {});
        const QRect inner = rect.adjusted(section == 0 ? margin : 0, 0, section == count() - 1 ? -margin : 0, 0);
        paintHeaderSection(painter, inner, m_theme,
                           {.text = m_model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(),
                            .alignment = field && isNumber(*field) ? Qt::AlignRight : Qt::AlignLeft});
    }

private:
    const Theme& m_theme;
    const VariantsModel& m_model;
};

} // namespace

VariantsDelegate::VariantsDelegate(const Theme& theme, const VariantsModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{}

void VariantsDelegate::setCurrent(const QModelIndex& current, bool focused)
{
    m_current = current;
    m_focused = focused;
}

void VariantsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool several = option.state.testFlag(QStyle::State_Selected) && m_focused;
    paintRow(painter, option.rect, m_theme, {.selected = several});
    const bool first = index.column() == 0;
    const bool last = index.column() == m_model.columnCount() - 1;
    const QRect cell = option.rect.adjusted(first ? margin : 0, 0, last ? -margin : 0, 0);
    if (const auto field = m_model.fieldOf(index.column()))
        paintField(painter, cell, index, *field);
    else
        paintTextCell(painter, cell, m_theme, index.data(Qt::DisplayRole).toString());
    if (m_model.problem(index))
        paintRejectedBorder(painter, cell, m_theme);
    if (index == m_current && m_focused)
        paintCellFocus(painter, cell, m_theme);
}

void VariantsDelegate::paintField(QPainter* painter, const QRect& cell, const QModelIndex& index,
                                  VariantField field) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const CellInk ink = m_model.problem(index) ? CellInk::Out : CellInk::Text;
    switch (field) {
    case VariantField::Price:
        if (text.isEmpty())
            paintNumberCell(painter, cell, m_theme, tr("Add price"), CellInk::Placeholder);
        else if (parsePrice(text))
            paintNumberCell(painter, cell, m_theme, u"Rp "_s + text, ink);
        else
            paintNumberCell(painter, cell, m_theme, text, CellInk::Out);
        return;
    case VariantField::Available: {
        const auto pieces = parseCount(text, {});
        if (!pieces) {
            paintNumberCell(painter, cell, m_theme, text.isEmpty() ? u"0"_s : text,
                            text.isEmpty() ? CellInk::Placeholder : CellInk::Out);
            return;
        }
        // Nothing is running out of what is not on sale yet.
        const bool isNew = !m_model.variant(index.row()).saved;
        const auto level = isNew                   ? StockLevel::Normal
                           : *pieces == 0          ? StockLevel::Out
                           : *pieces < m_threshold ? StockLevel::Low
                                                   : StockLevel::Normal;
        paintStockCell(painter, cell, m_theme,
                       {.number = formatCount(*pieces, uiLanguage()),
                        .word = level == StockLevel::Out ? tr("Out of stock") : level == StockLevel::Low ? tr("Low") : QString(),
                        .level = level});
        return;
    }
    case VariantField::Sku:
        paintTextCell(painter, cell, m_theme, text.isEmpty() ? tr("Created automatically") : text,
                      text.isEmpty() ? CellInk::Placeholder : ink);
        return;
    case VariantField::Barcode:
        paintTextCell(painter, cell, m_theme, text.isEmpty() ? tr("Add barcode") : text,
                      text.isEmpty()       ? CellInk::Placeholder
                      : ink == CellInk::Out ? ink
                                            : CellInk::Secondary);
        return;
    case VariantField::Weight:
        if (text.isEmpty())
            paintNumberCell(painter, cell, m_theme, tr("Add weight"), CellInk::Placeholder);
        else
            paintNumberCell(painter, cell, m_theme, tr("%1 g").arg(text), ink == CellInk::Out ? ink : CellInk::Secondary);
        return;
    }
}

VariantsTable::VariantsTable(const Theme& theme, VariantsModel& model, QWidget* host, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new VariantsDelegate(theme, model, this))
    , m_host(host)
    , m_problem(new Popover(theme, host))
{
    setObjectName(u"variantsTable"_s);
    setProperty("ownFocus", true);
    m_problem->setObjectName(u"variantProblem"_s);
    m_problem->hide();
    setFrameShape(QFrame::NoFrame);
    setHorizontalHeader(new VariantsHeader(theme, model, this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(measure::Row);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ContiguousSelection);
    setSelectionBehavior(SelectItems);
    setTabKeyNavigation(false);
    setItemDelegate(m_delegate);
    setModel(&m_model);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        close();
        m_problem->hide();
        updateGeometry();
        spreadColumns();
    });
    connect(m_problem, &Popover::linkActivated, this, &VariantsTable::takeSuggestion);
}

QString VariantsTable::complaint() const { return m_problem->isVisible() ? m_complaint : QString(); }

void VariantsTable::edit(const QModelIndex& cell, const QString& typed)
{
    const auto field = cell.isValid() ? m_model.fieldOf(cell.column()) : std::nullopt;
    if (!field)
        return;
    finishEditing();
    setCurrentIndex(cell);
    Q_EMIT revealAsked(visualRect(cell));
    m_cell = cell;
    m_before = cell.data(Qt::EditRole).toString();
    m_editor = new CellEditor(m_theme, isNumber(*field), viewport());
    m_editor->setAccessibleName(m_model.headerData(cell.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    if (*field == VariantField::Barcode)
        m_editor->setProperty(BarcodeScanner::OwnScans, true);
    m_editor->setText(typed.isEmpty() ? m_before : typed);
    if (typed.isEmpty())
        m_editor->selectAll();
    m_editor->setGeometry(visualRect(cell));
    connect(m_editor, &CellEditor::entered, this, [this](bool back) {
        leave(m_cell.sibling(m_cell.row() + (back ? -1 : 1), m_cell.column()), false);
    });
    connect(m_editor, &CellEditor::tabbed, this, [this](bool back) { leave(nextCell(m_cell, back), true); });
    connect(m_editor, &CellEditor::givenUp, this, &VariantsTable::close);
    connect(m_editor, &CellEditor::left, this, [this] {
        if (!m_closing)
            finishEditing();
    });
    connect(m_editor, &QLineEdit::textEdited, this, [this](const QString& text) {
        // Nobody is told off while typing; but once told, it goes as soon as it is right.
        if (!m_editor->isBad())
            return;
        const auto wrong = m_model.check(m_cell, text);
        m_editor->setBad(wrong.has_value());
        if (wrong)
            explain(m_cell, *wrong);
        else
            m_problem->hide();
    });
    m_editor->show();
    m_editor->setFocus(Qt::OtherFocusReason);
    showProblemOfCurrent();
}

/// False when what was typed will not do: the editor stays and says why.
bool VariantsTable::commit()
{
    if (!m_editor || !m_cell.isValid())
        return true;
    const QString text = m_editor->text();
    if (text != m_before) {
        if (const auto wrong = m_model.check(m_cell, text)) {
            m_editor->setBad(true);
            explain(m_cell, *wrong);
            return false;
        }
    }
    finishEditing();
    return true;
}

void VariantsTable::finishEditing()
{
    if (!m_editor)
        return;
    const QString text = m_editor->text();
    const QPersistentModelIndex cell = m_cell;
    close();
    if (!cell.isValid() || text == m_before)
        return;
    Q_EMIT m_model.aboutToEdit();
    m_model.setText(cell, text);
    Q_EMIT m_model.edited();
}

void VariantsTable::close()
{
    if (!m_editor)
        return;
    m_closing = true;
    const bool focused = m_editor->window()->focusWidget() == m_editor;
    m_editor->hide();
    m_editor->deleteLater();
    m_editor.clear();
    m_problem->hide();
    if (focused)
        setFocus(Qt::OtherFocusReason);
    m_closing = false;
}

void VariantsTable::leave(const QModelIndex& next, bool edit)
{
    const QPersistentModelIndex target = next.isValid() ? next : QModelIndex(m_cell);
    const bool same = target == m_cell;
    if (!commit())
        return;
    setCurrentIndex(target);
    Q_EMIT revealAsked(visualRect(target));
    if (edit && !same)
        this->edit(target, {});
}

QModelIndex VariantsTable::nextCell(const QModelIndex& from, bool back) const
{
    const int first = m_model.options();
    const int last = m_model.columnCount() - 1;
    int row = from.row();
    int column = from.column() + (back ? -1 : 1);
    if (column > last) {
        column = first;
        ++row;
    } else if (column < first) {
        column = last;
        --row;
    }
    return m_model.index(row, column);
}

void VariantsTable::goTo(int row, VariantField field)
{
    const QModelIndex cell = m_model.index(row, m_model.columnOf(field));
    if (!cell.isValid())
        return;
    setFocus(Qt::OtherFocusReason);
    setCurrentIndex(cell);
    Q_EMIT revealAsked(visualRect(cell));
    showProblemOfCurrent();
}

void VariantsTable::explain(const QModelIndex& cell, const Violation& violation)
{
    m_explained = cell;
    m_complaint = ruleText(violation, uiLanguage());
    const bool taken = violation.rule == Rule::SkuTaken;
    m_suggestion = taken ? violation.args.value(1) : QString();
    if (taken && !violation.args.value(0).isEmpty())
        m_complaint = tr("%1 already uses this SKU").arg(violation.args.value(0));
    m_problem->setContent(withDesignBold(u"<b>%1</b>"_s.arg(m_complaint.toHtmlEscaped())),
                          m_suggestion.isEmpty() ? QStringList() : QStringList{tr("Use %1").arg(m_suggestion)});
    const QRect rect = visualRect(cell);
    m_problem->pointAt(QRect(viewport()->mapTo(m_host, rect.topLeft()), rect.size()));
    m_problem->setAccessibleName(m_complaint);
    if (m_editor)
        m_editor->setAccessibleDescription(m_complaint);
}

void VariantsTable::showProblemOfCurrent()
{
    const QModelIndex cell = currentIndex();
    const Violation* wrong = cell.isValid() ? m_model.problem(cell) : nullptr;
    if (wrong)
        explain(cell, *wrong);
    else
        m_problem->hide();
    if (m_editor && wrong)
        m_editor->setBad(true);
}

void VariantsTable::takeSuggestion()
{
    const QPersistentModelIndex cell = m_explained;
    const QString text = m_suggestion;
    if (!cell.isValid() || text.isEmpty())
        return;
    close();
    m_problem->hide();
    Q_EMIT m_model.aboutToEdit();
    m_model.setText(cell, text);
    Q_EMIT m_model.edited();
    setFocus(Qt::OtherFocusReason);
}

QList<QModelIndex> VariantsTable::selectedFields() const
{
    QList<QModelIndex> cells = selectionModel()->selectedIndexes();
    if (cells.isEmpty() && currentIndex().isValid())
        cells += currentIndex();
    cells.removeIf([this](const QModelIndex& one) { return !m_model.fieldOf(one.column()); });
    std::sort(cells.begin(), cells.end());
    return cells;
}

void VariantsTable::copyCells()
{
    QModelIndexList cells = selectionModel()->selectedIndexes();
    if (cells.isEmpty())
        return;
    std::sort(cells.begin(), cells.end());
    QList<QStringList> block;
    int row = -1;
    for (const QModelIndex& cell : std::as_const(cells)) {
        if (cell.row() != row)
            block.append(QStringList());
        row = cell.row();
        QString text = cell.data(Qt::EditRole).toString();
        if (m_model.fieldOf(cell.column()) == VariantField::Price)
            text.remove(u'.'); // plain digits, as a spreadsheet reads them
        block.last().append(text);
    }
    QApplication::clipboard()->setText(tables::toTsv(block));
}

void VariantsTable::pasteCells()
{
    const QList<QStringList> block = tables::fromTsv(QApplication::clipboard()->text());
    const QList<QModelIndex> cells = selectedFields();
    if (block.isEmpty() || cells.isEmpty())
        return;
    Q_EMIT m_model.aboutToEdit();
    const bool single = block.size() == 1 && block[0].size() == 1;
    if (single) {
        for (const QModelIndex& cell : cells)
            m_model.setText(cell, block[0][0]);
    } else {
        const QModelIndex from = cells.constFirst();
        for (qsizetype row = 0; row < block.size(); ++row) {
            for (qsizetype column = 0; column < block[row].size(); ++column)
                m_model.setText(m_model.index(from.row() + int(row), from.column() + int(column)), block[row][column]);
        }
    }
    Q_EMIT m_model.edited();
}

void VariantsTable::fillDown()
{
    finishEditing();
    const QList<QModelIndex> cells = selectedFields();
    if (cells.isEmpty())
        return;
    const int top = cells.constFirst().row();
    const bool block = cells.constLast().row() > top;
    Q_EMIT m_model.aboutToEdit();
    for (const QModelIndex& cell : cells) {
        if (cell.row() != top)
            continue;
        // A single cell fills all that are below it.
        const int last = block ? cells.constLast().row() : m_model.rowCount() - 1;
        const QString text = cell.data(Qt::EditRole).toString();
        for (int row = top + 1; row <= last; ++row)
            m_model.setText(cell.sibling(row, cell.column()), text);
    }
    Q_EMIT m_model.edited();
}

void VariantsTable::clearCells()
{
    const QList<QModelIndex> cells = selectedFields();
    if (cells.isEmpty())
        return;
    Q_EMIT m_model.aboutToEdit();
    for (const QModelIndex& cell : cells)
        m_model.setText(cell, {});
    Q_EMIT m_model.edited();
}

void VariantsTable::retranslate()
{
    setAccessibleName(tr("Variants"));
    m_problem->hide();
    horizontalHeader()->viewport()->update();
    viewport()->update();
}

QSize VariantsTable::sizeHint() const
{
    return {600, measure::TableHeader + m_model.rowCount() * measure::Row};
}

QSize VariantsTable::minimumSizeHint() const { return {0, sizeHint().height()}; }

void VariantsTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex current = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        copyCells();
    } else if (event->matches(QKeySequence::Paste)) {
        pasteCells();
    } else if (event->key() == Qt::Key_D && event->modifiers() == Qt::ControlModifier) {
        fillDown();
    } else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT leaveOutAsked(current.row());
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        clearCells();
    } else if (event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        edit(current, {});
    } else if (event->key() == Qt::Key_Escape && m_problem->isVisible()) {
        m_problem->hide();
    } else if (const QString text = event->text();
               !text.isEmpty() && text.at(0).isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        edit(current, text);
        if (m_editor)
            m_editor->setCursorPosition(int(text.size()));
    } else {
        QTableView::keyPressEvent(event);
        if (currentIndex() != current)
            Q_EMIT revealAsked(visualRect(currentIndex()));
    }
}

void VariantsTable::mouseDoubleClickEvent(QMouseEvent* event) { edit(indexAt(event->position().toPoint()), {}); }

void VariantsTable::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex cell = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!cell.isValid())
        return;
    if (!selectionModel()->isSelected(cell))
        setCurrentIndex(cell);
    auto* menu = new QMenu(this);
    menu->setObjectName(u"variantsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QString& key, auto slot) {
        connect(menu->addAction(key.isEmpty() ? text : text + u'\t' + key), &QAction::triggered, this, slot);
    };
    const QPersistentModelIndex at = cell;
    add(tr("Edit"), tr("F2"), [this, at] { edit(at, {}); });
    add(tr("Copy"), tr("Ctrl C"), [this] { copyCells(); });
    add(tr("Paste"), tr("Ctrl V"), [this] { pasteCells(); });
    add(tr("Fill down"), tr("Ctrl D"), [this] { fillDown(); });
    add(tr("Clear"), tr("Delete"), [this] { clearCells(); });
    if (!m_model.variant(cell.row()).saved && m_model.rowCount() > 1) {
        menu->addSeparator();
        add(tr("Leave out this variant"), tr("Ctrl Delete"), [this, at] { Q_EMIT leaveOutAsked(at.row()); });
    }
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                            : viewport()->mapToGlobal(visualRect(cell).bottomLeft()));
}

void VariantsTable::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, m_model.columnOf(VariantField::Price)));
    QTableView::focusInEvent(event);
    m_delegate->setCurrent(currentIndex(), true);
    viewport()->update();
}

void VariantsTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    m_delegate->setCurrent(currentIndex(), false);
    viewport()->update();
}

void VariantsTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    m_delegate->setCurrent(current, hasFocus());
    viewport()->update();
    if (!m_editor && isVisible())
        showProblemOfCurrent();
}

void VariantsTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update();
}

void VariantsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    spreadColumns();
    if (m_editor && m_cell.isValid())
        m_editor->setGeometry(visualRect(m_cell));
    if (m_problem->isVisible())
        m_problem->hide();
}

void VariantsTable::spreadColumns()
{
    const int options = m_model.options();
    int fields = 0;
    for (const int width : fieldWidths)
        fields += width;
    const int room = viewport()->width() - 2 * margin;
    const int forOptions = options > 0 ? std::max(smallestOption, (room - fields) / (options + 1)) : 0;
    // What the options leave goes to the fields in their proportions.
    const double stretch = double(std::max(room - options * forOptions, fields)) / fields;
    int taken = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const auto field = m_model.fieldOf(column);
        int width = field ? int(fieldWidths[int(*field)] * stretch) : forOptions;
        if (column == 0)
            width += margin;
        if (column == m_model.columnCount() - 1)
            width = std::max(width, viewport()->width() - taken);
        horizontalHeader()->resizeSection(column, width);
        taken += width;
    }
}

} // namespace belanjain::ui
