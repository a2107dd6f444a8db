// SPDX-License-Identifier: GPL-3.0-or-later
#include "stock/stocktake_model.h"

#include "common/language.h"
#include "common/table_style.h"
#include "stock/sheet_view.h"
#include "stock/stock_words.h"

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using ports::StocktakeLine;

namespace {

/// Differences first, the largest on top; what agrees in the order of counting.
bool before(const StocktakeLine& a, const StocktakeLine& b)
{
    return std::abs(qint64(a.count.difference())) > std::abs(qint64(b.count.difference()));
}

} // namespace

StocktakeModel::StocktakeModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void StocktakeModel::setCounted(const QList<StocktakeLine>& lines)
{
    QList<StocktakeLine> sorted = lines;
    std::stable_sort(sorted.begin(), sorted.end(), before);
    // What is expected changes with every sale: an open editor and the current line stay.
    const bool same = std::equal(sorted.begin(), sorted.end(), m_counted.begin(), m_counted.end(),
                                 [](const StocktakeLine& a, const StocktakeLine& b) { return a.variant == b.variant; });
    if (same || m_shows != Shows::Counted) {
        m_counted = sorted;
        if (m_shows == Shows::Counted && !sorted.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_counted = sorted;
    endResetModel();
}

int StocktakeModel::rowOf(const VariantId& variant) const
{
    const auto& all = lines();
    const auto found = std::find_if(all.begin(), all.end(), [&](const StocktakeLine& one) { return one.variant == variant; });
    return found == all.end() ? -1 : int(found - all.begin());
}

void StocktakeModel::update(const StocktakeLine& line)
{
    const auto known = std::find_if(m_counted.begin(), m_counted.end(),
                                    [&](const StocktakeLine& one) { return one.variant == line.variant; });
    const bool shown = m_shows == Shows::Counted;
    const int from = known == m_counted.end() ? -1 : int(known - m_counted.begin());
    // The line counted last is the first of those with its difference, so that it is easily found.
    QList<StocktakeLine> others = m_counted;
    if (from >= 0)
        others.remove(from);
    const int to = int(std::find_if(others.begin(), others.end(), [&](const StocktakeLine& one) { return !before(one, line); }) -
                       others.begin());
    if (!shown) {
        others.insert(to, line);
        m_counted = others;
        const int gone = rowOf(line.variant);
        if (gone >= 0) {
            beginRemoveRows({}, gone, gone);
            m_uncounted.remove(gone);
            --m_total;
            endRemoveRows();
        }
        return;
    }
    if (from == to) {
        m_counted[from] = line;
        Q_EMIT dataChanged(index(from, 0), index(from, Columns - 1));
        return;
    }
    if (from < 0) {
        beginInsertRows({}, to, to);
        m_counted.insert(to, line);
        endInsertRows();
        return;
    }
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    others.insert(to, line);
    m_counted = others;
    endMoveRows();
    Q_EMIT dataChanged(index(to, 0), index(to, Columns - 1));
}

void StocktakeModel::setUncounted(const QList<StocktakeLine>& lines, int total, bool more)
{
    m_asked = false;
    m_total = total;
    if (m_shows == Shows::Uncounted && more) {
        if (lines.isEmpty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + int(lines.size()) - 1);
        m_uncounted += lines;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_uncounted = lines;
    endResetModel();
}

void StocktakeModel::show(Shows shows)
{
    beginResetModel();
    m_shows = shows;
    endResetModel();
}

void StocktakeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

int StocktakeModel::differences() const
{
    return int(std::count_if(m_counted.begin(), m_counted.end(), [](const StocktakeLine& one) { return one.count.difference() != 0; }));
}

qint64 StocktakeModel::pieces() const
{
    qint64 sum = 0;
    for (const StocktakeLine& one : m_counted)
        sum += one.count.difference();
    return sum;
}

qint64 StocktakeModel::value() const
{
    qint64 sum = 0;
    for (const StocktakeLine& one : m_counted)
        sum += one.count.difference() * one.price.rupiah;
    return sum;
}

int StocktakeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(lines().size()); }

int StocktakeModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Columns; }

QVariant StocktakeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const StocktakeLine& one = line(index.row());
    const bool counted = m_shows == Shows::Counted;
    const Language language = uiLanguage();
    const CountedStock& count = one.count;
    if (role == Qt::ToolTipRole && index.column() >= Expected && counted && count.moved() != 0)
        return tr("%1 since it was counted. The difference is added to the stock of now: %2.")
            .arg(shownChange(count.moved(), language), formatCount(count.target(), language));
    if (role == SheetNumberRole)
        return index.column() >= Expected;
    if (role == SheetStrongRole)
        return counted && index.column() >= Counted;
    if (role == SheetSecondRole)
        return index.column() == Product ? one.optionsLabel : QString();
    if (role == SheetInkRole && index.column() == Difference && counted)
        return int(count.difference() < 0 ? CellInk::Out : count.difference() > 0 ? CellInk::Low : CellInk::Done);
    if (role == SheetInkRole)
        return int(index.column() == Sku || index.column() == Expected ? CellInk::Secondary : CellInk::Text);
    if (role == Qt::EditRole && index.column() == Counted)
        return counted ? QString::number(count.counted) : QString();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Product:
        return one.productName;
    case Sku:
        return one.sku;
    case Expected:
        return formatCount(counted ? count.expected : count.onHand, language);
    case Counted:
        return counted ? formatCount(count.counted, language) : QString();
    case Difference:
        return counted ? (count.difference() == 0 ? QString(u'✓') : shownChange(count.difference(), language)) : QString();
    default:
        return {};
    }
}

QVariant StocktakeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == SheetNumberRole)
        return section >= Expected;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Product:
        return tr("Product");
    case Sku:
        return tr("SKU");
    case Expected:
        return tr("Expected");
    case Counted:
        return tr("Counted");
    case Difference:
        return tr("Difference");
    default:
        return {};
    }
}

Qt::ItemFlags StocktakeModel::flags(const QModelIndex& index) const
{
    const auto base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Counted ? base | Qt::ItemIsEditable : base;
}

bool StocktakeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Counted || index.row() >= rowCount())
        return false;
    Q_EMIT countTyped(line(index.row()).variant, value.toInt());
    return true;
}

bool StocktakeModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_shows == Shows::Uncounted && !m_asked && m_uncounted.size() < m_total;
}

void StocktakeModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreAsked();
}

} // namespace belanjain::ui
