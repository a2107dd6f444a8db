// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sheet/table_writer.h"

#include <QSaveFile>

namespace belanjain::sheet {

/// RFC 4180 in UTF-8. Days are ISO dates, moments "2026-11-21 14:32", numbers plain digits.
class CsvTableWriter : public TableWriter
{
public:
    static tl::expected<std::unique_ptr<TableWriter>, QString> open(const QString& path, const Options& options);

    Outcome begin(const QString& name, const QList<Column>& columns) override;
    Outcome add(const QList<Cell>& cells) override;
    Outcome commit() override;

private:
    CsvTableWriter(const QString& path, char separator);
    Outcome write(const QByteArray& bytes);

    QSaveFile m_file;
    char m_separator;
    bool m_begun = false;
};

} // namespace belanjain::sheet
