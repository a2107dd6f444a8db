// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cell_editing.h"

#include "common/theme.h"
#include "domain/stock_input.h"
#include "domain/violation_text.h"
#include "inventory/cell_editor.h"
#include "inventory/inventory_view.h"
#include "common/language.h"

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using tables::CellEdit;
using tables::InventoryColumn;

namespace {

constexpr int RefusalMilliseconds = 8000;

/// What the cell will hold ("= 18"), or what the typed total means ("+7").
QString previewOf(const ports::InventoryRow& row, const CellEdit& edit, const QString& text)
{
    const Language language = uiLanguage();
    if (const auto* stock = std::get_if<ports::AdjustStock>(&edit.forward)) {
        const auto entry = parseStockEntry(text);
        if (entry && entry->kind == StockEntry::Kind::SetTo)
            return formatChange(stock->delta, language);
        ports::InventoryRow after = row;
        tables::show(edit, after);
        return u"= "_s +
               formatCount(edit.column == InventoryColumn::OnHand ? after.onHand : after.available(),
                           language);
    }
    if (const auto* price = std::get_if<ports::SetPrice>(&edit.forward)) {
        const QString number = formatRupiahNumber(price->price);
        QString digits = number;
        digits.remove(u'.');
        return text == number || text == digits ? QString() : u"= "_s + number;
    }
    return {};
}

} // namespace

CellEditing::CellEditing(const Theme& theme, tables::InventoryModel& model, InventoryView& view)
    : QObject(&view)
    , m_theme(theme)
    , m_model(model)
    , m_view(view)
    , m_message(new CellMessage(theme, view.viewport()))
{
    m_messageTime.setSingleShot(true);
    m_messageTime.setInterval(RefusalMilliseconds);
    connect(&m_messageTime, &QTimer::timeout, this, &CellEditing::hideMessage);
    connect(&model, &tables::InventoryModel::editRefused, this, &CellEditing::showRefusal);
    connect(&model, &QAbstractItemModel::modelReset, this, &CellEditing::place);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &CellEditing::place);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &CellEditing::place);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &CellEditing::place);
}

bool CellEditing::open(const QModelIndex& cell, const QString& typed)
{
    if (!cell.isValid() || !m_model.flags(cell).testFlag(Qt::ItemIsEditable))
        return false;
    if (isOpen() && !commit())
        return false;
    hideMessage();
    const bool number = tables::columnInfo(InventoryColumn(cell.column())).number;
    m_cell = cell;
    m_before = cell.data(Qt::EditRole).toString();
    m_editor = new CellEditor(m_theme, number, m_view.viewport());
    m_editor->setAccessibleName(m_model.headerData(cell.column(), Qt::Horizontal).toString());
    m_editor->setText(typed.isEmpty() ? m_before : typed);
    if (typed.isEmpty())
        m_editor->selectAll();
    connect(m_editor, &QLineEdit::textChanged, this, &CellEditing::preview);
    connect(m_editor, &CellEditor::entered, this, [this](bool back) {
        commitAndGo(m_cell.sibling(m_cell.row() + (back ? -1 : 1), m_cell.column()), false);
    });
    connect(m_editor, &CellEditor::tabbed, this,
            [this](bool back) { commitAndGo(m_view.nextEditable(m_cell, back), true); });
    connect(m_editor, &CellEditor::givenUp, this, &CellEditing::giveUp);
    connect(m_editor, &CellEditor::left, this, [this] {
        if (!m_closing)
            commit();
    });
    m_view.scrollTo(cell);
    place();
    m_editor->show();
    m_editor->setFocus(Qt::OtherFocusReason);
    preview();
    Q_EMIT opened();
    return true;
}

void CellEditing::commitAndGo(const QModelIndex& next, bool edit)
{
    const QPersistentModelIndex target = next.isValid() ? next : QModelIndex(m_cell);
    const bool same = target == m_cell;
    if (!commit())
        return;
    m_view.moveCurrent(target);
    if (edit && !same)
        open(target);
}

bool CellEditing::commit()
{
    if (!isOpen())
        return true;
    const QString text = m_editor->text();
    if (!m_cell.isValid() || text == m_before) {
        close();
        return true;
    }
    const auto edit = m_model.readCell(m_cell, text);
    if (!edit) {
        complain(edit.error());
        return false;
    }
    close();
    if (*edit)
        m_model.submit({**edit});
    return true;
}

void CellEditing::giveUp()
{
    if (isOpen())
        close();
}

void CellEditing::close()
{
    m_closing = true;
    // Also while another window is the active one: the keys come back to the table with this window.
    const bool focused = m_editor->window()->focusWidget() == m_editor;
    m_editor->hide();
    m_editor->deleteLater();
    m_editor.clear();
    hideMessage();
    if (focused)
        m_view.setFocus(Qt::OtherFocusReason);
    m_closing = false;
    Q_EMIT closed();
}

void CellEditing::preview()
{
    if (!isOpen() || !m_cell.isValid())
        return;
    const QString text = m_editor->text();
    const auto* row = m_model.shownAt(m_cell.row());
    const auto edit = m_model.readCell(m_cell, text);
    m_editor->setPreview(row && edit && *edit && text != m_before ? previewOf(*row, **edit, text)
                                                                  : QString());
    // Nobody is told off while typing; but once told, it goes as soon as it is right.
    if (m_editor->isBad()) {
        if (edit) {
            m_editor->setBad(false);
            hideMessage();
        } else {
            complain(edit.error());
        }
    }
}

void CellEditing::complain(const Violation& violation)
{
    m_editor->setBad(true);
    m_messageTime.stop();
    m_messageCell = m_cell;
    m_message->showUnder(m_view.visualRect(m_cell), ruleText(violation, uiLanguage()));
    m_editor->setAccessibleDescription(m_message->text());
}

void CellEditing::retranslate()
{
    if (isOpen())
        preview();
    else
        hideMessage(); // of a refusal; the cell tells it for longer
}

void CellEditing::showRefusal(ports::RowNumber number, InventoryColumn column, const Violation& violation)
{
    const QModelIndex cell = m_view.cell(m_model.positionOf(number), column);
    if (!cell.isValid() || isOpen() || m_view.visualRect(cell).isEmpty())
        return;
    m_messageCell = cell;
    m_message->showUnder(m_view.visualRect(cell), ruleText(violation, uiLanguage()));
    m_messageTime.start();
}

void CellEditing::hideMessage()
{
    m_messageTime.stop();
    m_message->hide();
}

void CellEditing::place()
{
    if (isOpen()) {
        if (!m_cell.isValid()) {
            close();
            return;
        }
        m_editor->setGeometry(m_view.visualRect(m_cell));
    }
    if (m_message->isVisible()) {
        if (m_messageCell.isValid())
            m_message->showUnder(m_view.visualRect(m_messageCell), m_message->text());
        else
            hideMessage();
    }
}

} // namespace belanjain::ui
