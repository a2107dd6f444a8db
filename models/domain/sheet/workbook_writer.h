// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sheet/table_writer.h"

#include <QTemporaryDir>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace belanjain::sheet {

/// An Excel workbook. Text is written as text and nothing is ever a formula; days and moments are real dates.
class WorkbookWriter : public TableWriter
{
public:
    static tl::expected<std::unique_ptr<TableWriter>, QString> open(const QString& path);
    ~WorkbookWriter() override;

    Outcome begin(const QString& name, const QList<Column>& columns) override;
    Outcome add(const QList<Cell>& cells) override;
    Outcome commit() override;

private:
    explicit WorkbookWriter(const QString& path);
    Outcome startSheet();
    QString madeFile() const;
    QString freeName(const QString& wanted) const;

    QString m_path;
    /// The library writes by names of its own encoding and leaves half a file when it fails.
    QTemporaryDir m_folder;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_format* m_number = nullptr;
    lxw_format* m_day = nullptr;
    lxw_format* m_moment = nullptr;
    QString m_name;
    QList<Column> m_columns;
    QStringList m_used; ///< names of sheets, in lower case
    quint32 m_row = 0;
};

} // namespace belanjain::sheet
