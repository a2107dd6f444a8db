// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/fates_model.h"

#include "common/language.h"
#include "domain/format.h"
#include "transfer/transfer_words.h"

#include <algorithm>

namespace belanjain::ui {

using namespace Qt::StringLiterals;
using imports::Fate;

namespace {

bool matches(Fate fate, FatesModel::Filter filter)
{
    switch (filter) {
    case FatesModel::Filter::All:
        return true;
    case FatesModel::Filter::New:
        return fate == Fate::NewProduct || fate == Fate::NewVariant;
    case FatesModel::Filter::Changed:
        return fate == Fate::Changed;
    case FatesModel::Filter::Unchanged:
        return fate == Fate::Unchanged || fate == Fate::Skipped;
    case FatesModel::Filter::Wrong:
        return fate == Fate::Wrong;
    }
    return false;
}

QString changeText(const QString& before, const QString& now) { return u"%1 → %2"_s.arg(before, now); }

QString priceText(const imports::RowFate& row)
{
    if (!row.price)
        return {};
    return row.oldPrice ? changeText(formatRupiah(*row.oldPrice), formatRupiahNumber(*row.price)) : formatRupiah(*row.price);
}

QString stockText(const imports::RowFate& row)
{
    if (!row.stock)
        return {};
    const QString now = formatCount(*row.stock, uiLanguage());
    return row.oldStock ? changeText(formatCount(*row.oldStock, uiLanguage()), now) : now;
}

} // namespace

QString whyText(const imports::RowFate& row)
{
    QStringList sentences;
    for (const imports::Reason& reason : row.reasons)
        sentences << imports::reasonText(reason, uiLanguage());
    if (row.fate != Fate::Wrong) {
        for (const imports::Note& note : row.notes)
            sentences << imports::noteText(note, uiLanguage());
    }
    return sentences.join(u' ');
}

void FatesModel::setAnalysis(const std::shared_ptr<const imports::Analysis>& analysis)
{
    m_analysis = analysis;
    refill();
}

void FatesModel::setFilter(Filter filter)
{
    m_filter = filter;
    refill();
}

void FatesModel::refill()
{
    beginResetModel();
    m_rows.clear();
    if (m_analysis) {
        const auto& rows = m_analysis->plan.rows;
        for (int i = 0; i < int(rows.size()); ++i) {
            if (matches(rows.at(i).fate, m_filter))
                m_rows.push_back(i);
        }
    }
    endResetModel();
}

int FatesModel::countOf(Filter filter) const
{
    int count = 0;
    for (int fate = 0; m_analysis && fate < imports::fateCount; ++fate)
        count += matches(Fate(fate), filter) ? m_analysis->plan.count(Fate(fate)) : 0;
    return count;
}

const imports::RowFate& FatesModel::shownAt(int row) const
{
    return m_analysis->plan.rows.at(m_rows.at(std::size_t(row)));
}

const imports::Reason* FatesModel::complaint(const imports::RowFate& row, FateColumn column)
{
    const auto found = std::find_if(row.reasons.begin(), row.reasons.end(), [column](const imports::Reason& reason) {
        if (reason.kind == imports::Reason::Kind::SkuTwice)
            return column == FateColumn::Sku;
        if (reason.kind != imports::Reason::Kind::Rule)
            return false;
        const QString& field = reason.violation.field; // an option's name is another field than the product's
        switch (column) {
        case FateColumn::Name:
            return field == u"name";
        case FateColumn::Sku:
            return field == u"sku";
        case FateColumn::Price:
            return field == u"price";
        case FateColumn::Stock:
            return field == u"stock";
        case FateColumn::Line:
        case FateColumn::Fate:
        case FateColumn::Why:
            break;
        }
        return false;
    });
    return found == row.reasons.end() ? nullptr : &*found;
}

int FatesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int FatesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : fateColumnCount; }

QVariant FatesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const imports::RowFate& row = shownAt(index.row());
    if (role == Qt::ToolTipRole)
        return FateColumn(index.column()) == FateColumn::Why ? whyText(row) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    // A wrong value is shown as it stands in the file.
    if (const imports::Reason* reason = complaint(row, FateColumn(index.column())))
        return reason->value.simplified().isEmpty() ? tr("Missing") : reason->value.simplified();
    switch (FateColumn(index.column())) {
    case FateColumn::Line:
        return formatCount(row.line, uiLanguage());
    case FateColumn::Fate:
        return fateWord(row.fate);
    case FateColumn::Name:
        return row.options.isEmpty() ? row.name : u"%1, %2"_s.arg(row.name, row.options);
    case FateColumn::Sku:
        return row.sku;
    case FateColumn::Price:
        return priceText(row);
    case FateColumn::Stock:
        return stockText(row);
    case FateColumn::Why:
        return whyText(row);
    }
    return {};
}

} // namespace belanjain::ui
