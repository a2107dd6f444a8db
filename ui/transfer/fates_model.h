// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/importer.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace belanjain::ui {

enum class FateColumn : int { Line, Fate, Name, Sku, Price, Stock, Why };
inline constexpr int fateColumnCount = int(FateColumn::Why) + 1;

/// The rows of a dry run, all or those of one kind.
class FatesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Filter : int { All, New, Changed, Unchanged, Wrong };
    static constexpr int filterCount = int(Filter::Wrong) + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setAnalysis(const std::shared_ptr<const imports::Analysis>& analysis);
    void setFilter(Filter filter);
    int countOf(Filter filter) const;
    const imports::RowFate& shownAt(int row) const;
    /// Why the file's value in this column keeps a wrong row out; null when it does not.
    static const imports::Reason* complaint(const imports::RowFate& row, FateColumn column);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// Display text, also for screen readers.
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void refill();

    std::shared_ptr<const imports::Analysis> m_analysis;
    Filter m_filter = Filter::All;
    std::vector<int> m_rows;
};

/// Reasons and notes of a row in one line.
QString whyText(const imports::RowFate& row);

} // namespace belanjain::ui
