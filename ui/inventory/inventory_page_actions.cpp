// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/button.h"
#include "common/messages.h"
#include "common/theme.h"
#include "domain/money_input.h"
#include "domain/stock_input.h"
#include "domain/violation_text.h"
#include "inventory/cell_editing.h"
#include "inventory/inventory_page.h"
#include "inventory/inventory_view.h"
#include "common/language.h"
#include "inventory/number_panel.h"
#include "inventory/rejection_popover.h"

#include <QMenu>

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;

// What the page does when asked: bulk actions, menus, dialogs.

namespace {

/// What a bulk "add" was given: a number of pieces, with or without a sign.
Checked<qint32> parseAddition(const QString& text)
{
    const auto entry = parseStockEntry(text);
    if (!entry)
        return tl::unexpected(entry.error());
    return entry->value;
}

/// What a bulk button does, and to how many.
QString markedAction(int count, const QString& one, const QString& several)
{
    return count == 1 ? one : several.arg(formatCount(count, uiLanguage()));
}

} // namespace

void InventoryPage::askForStock()
{
    const auto check = [](const QString& text) {
        const auto pieces = parseAddition(text);
        return pieces ? QString() : ruleText(pieces.error(), uiLanguage());
    };
    disconnect(m_numbers, &NumberPanel::accepted, this, nullptr);
    connect(m_numbers, &NumberPanel::accepted, this, [this](const QString& text) {
        if (const auto pieces = parseAddition(text))
            m_bulk.addStock(m_model.markedRows(), *pieces);
    });
    m_numbers->ask(m_addStock, tr("Pieces to add to each"), tr("A minus takes away, such as -2."),
                   markedAction(m_model.markedCount(), tr("Add to 1 variant"), tr("Add to %1 variants")), check);
}

void InventoryPage::askForPrice()
{
    const auto check = [](const QString& text) {
        const auto price = parsePrice(text);
        return price ? QString() : ruleText(price.error(), uiLanguage());
    };
    disconnect(m_numbers, &NumberPanel::accepted, this, nullptr);
    connect(m_numbers, &NumberPanel::accepted, this, [this](const QString& text) {
        if (const auto price = parsePrice(text))
            m_bulk.setPrices(m_model.markedRows(), *price);
    });
    m_numbers->ask(m_setPrice, tr("New price for each (Rp)"), {},
                   markedAction(m_model.markedCount(), tr("Change the price of 1 variant"),
                                tr("Change the price of %1 variants")),
                   check);
}

void InventoryPage::askForThreshold()
{
    const auto check = [](const QString& text) {
        if (text.trimmed().isEmpty())
            return QString();
        const auto pieces = parseCount(text, u"threshold"_s);
        return pieces ? QString() : ruleText(pieces.error(), uiLanguage());
    };
    disconnect(m_numbers, &NumberPanel::accepted, this, nullptr);
    connect(m_numbers, &NumberPanel::accepted, this, [this](const QString& text) {
        if (text.trimmed().isEmpty())
            m_bulk.setThresholds(m_model.markedRows(), std::nullopt);
        else if (const auto pieces = parseCount(text, u"threshold"_s))
            m_bulk.setThresholds(m_model.markedRows(), *pieces);
    });
    m_numbers->ask(m_setThreshold, tr("Low below"), tr("Empty: the store's limit again."),
                   markedAction(m_model.markedCount(), tr("Set for 1 variant"), tr("Set for %1 variants")), check);
}

void InventoryPage::archive(const QList<ports::RowNumber>& rows, bool archived)
{
    m_archiving = archived;
    m_bulk.setArchived(rows, archived);
    m_view->setFocus(Qt::OtherFocusReason);
}

void InventoryPage::openMoreMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"stockMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const QString& name, const QString& text, auto signal) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, signal);
    };
    add(u"openStocktake"_s, tr("Stocktake"), &InventoryPage::stocktakeAsked);
    add(u"openRestock"_s, tr("Reorder list"), &InventoryPage::restockAsked);
    add(u"openHistory"_s, tr("Stock history") + u'\t' + tr("H"), &InventoryPage::historyAsked);
    menu->setMinimumWidth(m_more->width());
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

void InventoryPage::say(const QString& sentence, bool undoable)
{
    m_toastUndoes = true;
    m_toast->showMessage(sentence, undoable ? tr("Undo") : QString(), undoable ? tr("Ctrl Z") : QString());
}

std::optional<ports::InventoryRow> InventoryPage::currentVariant() const
{
    const QModelIndex current = m_view->currentIndex();
    const auto* row = current.isValid() ? m_model.shownAt(current.row()) : nullptr;
    return row ? std::optional(*row) : std::nullopt;
}

void InventoryPage::setMarkedToZero()
{
    m_bulk.setToZero(m_model.markedRows());
    m_view->setFocus(Qt::OtherFocusReason);
}

void InventoryPage::explain(const QModelIndex& cell, bool byKeyboard)
{
    if (const auto* row = m_model.shownAt(cell.row()))
        m_rejection->explain(cell, *row, byKeyboard);
}

void InventoryPage::openCellMenu(const QModelIndex& cell, const QPoint& global)
{
    const QPersistentModelIndex index = cell;
    const auto& info = tables::columnInfo(tables::InventoryColumn(cell.column()));
    const auto* row = m_model.shownAt(cell.row());
    auto* menu = new QMenu(this);
    menu->setObjectName(u"cellMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const QString& name, const QString& text, const QString& key, auto slot) {
        QAction* action = menu->addAction(key.isEmpty() ? text : text + u'\t' + key);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    if (row && row->rejected) {
        add(u"explain"_s, tr("Why was this rejected?"), {}, [this, index] { explain(index, true); });
        menu->addSeparator();
    }
    if (info.edit)
        add(u"edit"_s, tr("Edit"), tr("F2"), [this, index] { m_view->editing()->open(index); });
    add(u"copy"_s, tr("Copy"), tr("Ctrl C"), [this] { m_view->copyCells(); });
    add(u"paste"_s, tr("Paste"), tr("Ctrl V"), [this] { m_view->pasteCells(); });
    add(u"fillDown"_s, tr("Fill down"), tr("Ctrl D"), [this] { m_view->fillDown(); });
    const bool marked = m_model.isMarked(cell.row());
    add(u"mark"_s, marked ? tr("Deselect variant") : tr("Select variant"), tr("Space"),
        [this, index, marked] {
            if (index.isValid())
                m_model.setMarked(index.row(), index.row(), !marked);
        });
    menu->addSeparator();
    add(u"history"_s, tr("Stock history"), tr("H"), [this] { Q_EMIT historyAsked(); });
    if (row) {
        const bool archived = row->archived;
        const ports::RowNumber number = row->row;
        add(u"archive"_s, archived ? tr("Restore product") : tr("Archive product"), {},
            [this, number, archived] { archive({number}, !archived); });
    }
    if (info.sort) {
        menu->addSeparator();
        const auto sort = *info.sort;
        add(u"sortAscending"_s, tr("Sort ascending"), {}, [this, sort] { sortBy(sort, false); });
        add(u"sortDescending"_s, tr("Sort descending"), {}, [this, sort] { sortBy(sort, true); });
    }
    menu->popup(global);
}

} // namespace belanjain::ui
